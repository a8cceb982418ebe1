import { Dexie, type EntityTable, type Table } from 'dexie';
import type * as z from 'zod';
import { type AuditRow, auditRow } from '#shared/edits/audit.ts';
import {
  type AnyRecord,
  type RecordKind,
  recordKinds,
  recordSchemas,
} from '#shared/model/record.ts';
import { eachStep, inSlices } from '#shared/jobs/slices.ts';
import { freshLog } from './fresh-log.ts';
import { holdsNothing, isEmpty, whileStoring } from './left-over.ts';
import {
  databaseName,
  nativeVersionFactor,
  ProjectDatabase,
  schemaVersion,
} from './project-database.ts';
import { patiently } from './patiently.ts';
import { StorageError, toStorageError } from './storage-error.ts';
import { storeRow } from './store-row.ts';

/** Rows that are read or stored in one go: some milliseconds' worth. */
const batchSize = 200;
/** Kinds whose records are heavy. */
const heavyBatch: Partial<Record<RecordKind, number>> = { issueChunk: 1, dutyList: 10, street: 10 };
const batchOf = (kind: RecordKind) => heavyBatch[kind] ?? batchSize;

export interface StoredProject {
  records: AnyRecord[];
  audit: AuditRow[];
}

/** An open database of one project. Every method throws StorageError and nothing else. */
export interface ProjectStore {
  /** Everything, as of one moment. Not one record is left out: what does not fit is an error. */
  load(): Promise<StoredProject>;
  /** Audit rows after `sequence`, oldest first. */
  rowsAfter(sequence: number): Promise<AuditRow[]>;
  /** Stores an edit: records and audit row in one transaction. Resolves when it is complete. */
  write(row: AuditRow): Promise<void>;
  close(): void;
}

/** Whether the project is on this machine; an empty database is none. @throws StorageError */
export async function isStored(projectId: string): Promise<boolean> {
  try {
    return (await hasDatabase(projectId)) && !(await holdsNothing(projectId));
  } catch (error) {
    throw toStorageError(error, 'cannot-open');
  }
}

function hasDatabase(projectId: string): Promise<boolean> {
  return patiently(() => Dexie.exists(databaseName(projectId)));
}

/** Deletes the database; windows that have it open are told and let go of it. @throws StorageError */
export async function deleteStored(projectId: string): Promise<void> {
  try {
    await freshLog();
    await Dexie.delete(databaseName(projectId));
  } catch (error) {
    throw toStorageError(error, 'cannot-write');
  }
}

/**
 * Stores a whole project in one transaction, in place of what its database held. When it fails, the
 * database is as it was, or not there. @throws StorageError
 */
export function storeWhole(projectId: string, whole: StoredProject): Promise<void> {
  return whileStoring(projectId, () => storeNow(projectId, whole));
}

async function storeNow(projectId: string, whole: StoredProject): Promise<void> {
  await freshLog();
  const existed = await isStored(projectId);
  const database = new ProjectDatabase(projectId);
  try {
    await patiently(() => database.open());
    await database.transaction('rw', database.tables, async () => {
      for (const kind of recordKinds) {
        const table = database.recordTable(kind);
        await table.clear();
        const records = whole.records.filter((record) => record.kind === kind);
        await eachBatch(records, batchOf(kind), (batch) => table.bulkAdd(batch));
      }
      await database.audit.clear();
      await eachBatch(whole.audit, batchSize, (batch) => database.audit.bulkAdd(batch));
    });
    database.close();
  } catch (error) {
    database.close();
    if (!existed) await Dexie.delete(databaseName(projectId)).catch(() => undefined);
    throw toStorageError(error, 'cannot-write');
  }
}

/**
 * Opens the database of a project that is stored here. Whoever means to write in it waits for
 * {@link freshLog} first.
 * @param onLost called once when the database is closed from outside: deleted, or wanted by a newer
 *   version in another window.
 * @throws StorageError when there is none, it cannot be opened, or a newer version wrote it.
 */
export async function openStore(
  projectId: string,
  onLost: (error: StorageError) => void,
): Promise<ProjectStore> {
  const database = new ProjectDatabase(projectId);
  let closing = false;
  const lose = (why: string) => {
    if (closing) return;
    closing = true;
    database.close();
    onLost(new StorageError('cannot-open', why));
  };
  database.on('versionchange', () => lose('deleted or upgraded by another window'));
  database.on('close', () => lose('closed by the browser'));
  const close = () => {
    closing = true;
    database.close();
  };
  const isNotThere = () =>
    new StorageError('cannot-open', `${databaseName(projectId)} is not there`);
  try {
    if (!(await hasDatabase(projectId))) throw isNotThere();
    await database.openStored();
    // Dexie opens newer databases as if they were known; what they hold is not.
    const version = database.backendDB().version / nativeVersionFactor;
    if (version > schemaVersion) {
      throw new StorageError('newer-version', `version ${version}, known up to ${schemaVersion}`);
    }
    if (await isEmpty(database)) throw isNotThere();
  } catch (error) {
    close();
    throw toStorageError(error, 'cannot-open');
  }
  return {
    load: () => load(database),
    rowsAfter: (sequence) => rowsAfter(database, sequence),
    write: (row) => write(database, row),
    close,
  };
}

/** All that is stored of a project, read once. @throws StorageError as openStore and its load do */
export async function readStored(projectId: string): Promise<StoredProject> {
  const store = await openStore(projectId, () => undefined);
  try {
    return await store.load();
  } finally {
    store.close();
  }
}

async function load(database: ProjectDatabase): Promise<StoredProject> {
  try {
    const { raw, rows } = await database.transaction('r', database.tables, async () => {
      const raw = new Map<RecordKind, unknown[]>();
      for (const kind of recordKinds) {
        raw.set(kind, await readAll(database.recordTable(kind), batchOf(kind)));
      }
      return { raw, rows: await readAll(database.audit, batchSize) };
    });
    const records: AnyRecord[] = [];
    for (const [kind, values] of raw) {
      await inSlices(eachStep(values, (value) => records.push(parseStored(kind, value))));
    }
    const projects = records.filter((record) => record.kind === 'project');
    if (projects.length !== 1) {
      throw new StorageError('damaged', `${projects.length} project records`);
    }
    const audit: AuditRow[] = [];
    await inSlices(eachStep(rows, (row) => audit.push(parseRow(row, audit.length + 1))));
    return { records, audit };
  } catch (error) {
    throw toStorageError(error, 'cannot-open');
  }
}

/**
 * All rows of a table by their keys, read in batches: each is brought in by a task of its own, so that
 * the window is never held up. Inside a transaction they are of one moment.
 */
async function readAll<Row, Key extends string | number>(
  table: Table<Row, Key> | EntityTable<Row, never, Row>,
  size: number,
): Promise<Row[]> {
  const { keyPath } = table.schema.primKey;
  const rows: Row[] = [];
  for (let last: unknown = null; ; ) {
    const after = last === null ? table.toCollection() : table.where(':id').above(last);
    const batch = await after.limit(size).toArray();
    for (const row of batch) rows.push(row as Row);
    if (batch.length < size) return rows;
    last = (batch.at(-1) as Record<string, unknown>)[keyPath as string];
  }
}

/** Hands rows on in batches, each stored by tasks of its own. */
async function eachBatch<Row>(
  rows: readonly Row[],
  size: number,
  store: (batch: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let i = 0; i < rows.length; i += size) await store(rows.slice(i, i + size));
}

async function rowsAfter(database: ProjectDatabase, sequence: number): Promise<AuditRow[]> {
  try {
    const rows = await database.audit.where('sequence').above(sequence).sortBy('sequence');
    return rows.map((row, i) => parseRow(row, sequence + 1 + i));
  } catch (error) {
    throw toStorageError(error, 'cannot-open');
  }
}

async function write(database: ProjectDatabase, row: AuditRow): Promise<void> {
  try {
    await storeRow(database.backendDB(), row, batchOf);
  } catch (error) {
    throw toStorageError(error, 'cannot-write');
  }
}

function parseStored(kind: RecordKind, value: unknown): AnyRecord {
  const parsed = recordSchemas[kind].safeParse(value);
  if (parsed.success) return parsed.data as AnyRecord;
  const id = String((value as Record<string, unknown> | null)?.['id']);
  throw new StorageError('damaged', `${kind} ${id}: ${firstIssue(parsed.error)}`);
}

/** The row that comes next in the log, as number `due`. */
function parseRow(value: unknown, due: number): AuditRow {
  const parsed = auditRow.safeParse(value);
  if (!parsed.success) {
    throw new StorageError('damaged', `audit ${due}: ${firstIssue(parsed.error)}`);
  }
  if (parsed.data.sequence !== due) throw new StorageError('damaged', `audit ${due} is missing`);
  return parsed.data as AuditRow;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.')} ${issue.message}` : error.message;
}
