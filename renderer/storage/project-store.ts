import { Dexie, type EntityTable, type Table } from 'dexie';
import type { AuditRow } from '#shared/edits/audit.ts';
import { issueChunksInRow } from '#shared/edits/issue-chunks-in-row.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { type AnyRecord, type RecordKind, recordKinds } from '#shared/model/record.ts';
import { eachStep, inSlices } from '#shared/jobs/slices.ts';
import { type ChunkPart, ChunkParts, partsOfRow } from './chunk-parts.ts';
import { freshLog } from './fresh-log.ts';
import { holdsNothing, isEmpty, whileStoring } from './left-over.ts';
import {
  databaseName,
  nativeVersionFactor,
  ProjectDatabase,
  schemaVersion,
} from './project-database.ts';
import { parsePart, parseRow, parseStored } from './parse-stored.ts';
import { patiently } from './patiently.ts';
import { StorageError, toStorageError } from './storage-error.ts';

/** Rows that are read or stored in one go: some milliseconds' worth. */
const batchSize = 200;
/** Kinds whose records are heavy. */
const heavyBatch: Partial<Record<RecordKind, number>> = { dutyList: 10, street: 10 };
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
      const parts = new ChunkParts();
      await database.issuePart.clear();
      const fresh = parts.fresh(chunksOf(whole));
      for (const part of fresh) parts.note(part);
      await addParts(database, fresh);
      for (const kind of recordKinds) {
        const table = database.recordTable(kind);
        await table.clear();
        const records = whole.records.filter((record) => record.kind === kind);
        await eachBatch(records, batchOf(kind), (batch) =>
          table.bulkAdd(batch.map((record) => parts.stored(record))),
        );
      }
      await database.audit.clear();
      await eachBatch(whole.audit, batchSize, (batch) =>
        database.audit.bulkAdd(batch.map((row) => parts.storedRow(row))),
      );
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
  const parts = new ChunkParts();
  return {
    load: () => load(database, parts),
    rowsAfter: (sequence) => rowsAfter(database, parts, sequence),
    write: (row) => write(database, parts, row),
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

async function load(database: ProjectDatabase, parts: ChunkParts): Promise<StoredProject> {
  try {
    const { raw, rows, kept } = await database.transaction('r', database.tables, async () => {
      const raw = new Map<RecordKind, unknown[]>();
      for (const kind of recordKinds) {
        raw.set(kind, await readAll(database.recordTable(kind), batchOf(kind)));
      }
      const kept = await readAll(database.issuePart, 1);
      return { raw, rows: await readAll(database.audit, batchSize), kept };
    });
    await inSlices(eachStep(kept, (part) => parts.note(parsePart(part))));
    const records: AnyRecord[] = [];
    for (const [kind, values] of raw) {
      await inSlices(eachStep(values, (value) => records.push(parseStored(kind, value, parts))));
    }
    const projects = records.filter((record) => record.kind === 'project');
    if (projects.length !== 1) {
      throw new StorageError('damaged', `${projects.length} project records`);
    }
    const audit: AuditRow[] = [];
    await inSlices(eachStep(rows, (row) => audit.push(parseRow(row, audit.length + 1, parts))));
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

/** Every chunk of issues of a project, living or in its log. */
function chunksOf({ records, audit }: StoredProject): IssueChunk[] {
  const living = records.filter((record) => record.kind === 'issueChunk');
  return [...living, ...audit.flatMap(issueChunksInRow)];
}

/** One after the other: each is some megabytes. */
async function addParts(database: ProjectDatabase, fresh: readonly ChunkPart[]): Promise<void> {
  for (const part of fresh) await database.issuePart.add(part);
}

async function rowsAfter(
  database: ProjectDatabase,
  parts: ChunkParts,
  sequence: number,
): Promise<AuditRow[]> {
  try {
    const rows = await database.audit.where('sequence').above(sequence).sortBy('sequence');
    for (const part of new Set(rows.flatMap(partsOfRow))) {
      const kept = parts.has(part) ? undefined : await database.issuePart.get(part);
      if (kept) parts.note(parsePart(kept));
    }
    return rows.map((row, i) => parseRow(row, sequence + 1 + i, parts));
  } catch (error) {
    throw toStorageError(error, 'cannot-open');
  }
}

async function write(database: ProjectDatabase, parts: ChunkParts, row: AuditRow): Promise<void> {
  const { removed, put } = byKind(row.patch);
  const kinds = [...new Set([...removed.keys(), ...put.keys()])];
  const records = kinds.map((kind) => database.recordTable(kind));
  const tables = [database.audit, database.issuePart, ...records];
  const fresh = parts.fresh(issueChunksInRow(row));
  try {
    for (const part of fresh) parts.note(part);
    await database.transaction('rw', tables, async () => {
      // Fails when the sequence is taken: a second writer can never overwrite the first.
      await database.audit.add(parts.storedRow(row));
      await addParts(database, fresh);
      for (const [kind, ids] of removed) await database.recordTable(kind).bulkDelete(ids);
      for (const [kind, records] of put) {
        const table = database.recordTable(kind);
        await eachBatch(records, batchOf(kind), (batch) =>
          table.bulkPut(batch.map((record) => parts.stored(record))),
        );
      }
    });
  } catch (error) {
    for (const part of fresh) parts.forget(part);
    throw toStorageError(error, 'cannot-write');
  }
}

function byKind(patch: Patch) {
  const removed = new Map<RecordKind, string[]>();
  const put = new Map<RecordKind, AnyRecord[]>();
  const into = <T>(map: Map<RecordKind, T[]>, kind: RecordKind, value: T) => {
    const list = map.get(kind);
    if (list) list.push(value);
    else map.set(kind, [value]);
  };
  for (const record of Object.values(patch.removed)) into(removed, record.kind, record.id);
  for (const [, to] of Object.values(patch.updated)) into(put, to.kind, to);
  for (const record of Object.values(patch.added)) into(put, record.kind, record);
  return { removed, put };
}
