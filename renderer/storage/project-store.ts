import { Dexie } from 'dexie';
import type { AuditRow } from '#shared/edits/audit.ts';
import { issueChunksInRow } from '#shared/edits/issue-chunks-in-row.ts';
import type { Tally } from '#shared/keep/tally.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { recordKinds } from '#shared/model/record.ts';
import { batchOf, batchSize, eachBatch } from './batches.ts';
import { ChunkParts } from './chunk-parts.ts';
import { countAll, tallyAt } from './counting.ts';
import { freshLog } from './fresh-log.ts';
import { holdsNothing, isEmpty, whileStoring } from './left-over.ts';
import {
  databaseName,
  nativeVersionFactor,
  ProjectDatabase,
  schemaVersion,
} from './project-database.ts';
import { patiently } from './patiently.ts';
import { putHead, readHead, type Sealing } from './project-head.ts';
import {
  type CountedProject,
  load,
  loadCounted,
  rowsAfter,
  type StoredProject,
} from './read-project.ts';
import { StorageError, toStorageError } from './storage-error.ts';
import { storeRow } from './store-row.ts';
import { headOf, isLarge, slicesOf } from './stored-row.ts';

export type { StoredProject };

/** An open database of one project. Every method throws StorageError and nothing else. */
export interface ProjectStore {
  /** Everything, as of one moment. Not one record is left out: what does not fit is an error. */
  load(): Promise<StoredProject>;
  /** The same with counts and hashes of all records, as they lie there. */
  loadCounted(): Promise<CountedProject>;
  /** Audit rows after `sequence`, oldest first. */
  rowsAfter(sequence: number): Promise<AuditRow[]>;
  /** Stores an edit: records and audit row in one transaction. Resolves when it is complete. */
  write(row: AuditRow): Promise<void>;
  /** Keeps counts, unless an edit has been stored since they were made; answers whether it did. */
  keepTally(tally: Tally): Promise<boolean>;
  sealing(): Promise<Sealing>;
  noteSealing(sealed: Sealing): Promise<void>;
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
    const tally = tallyAt(whole.audit.length);
    await database.transaction('rw', database.tables, async () => {
      const head = await readHead(database);
      const parts = new ChunkParts();
      await database.issuePart.clear();
      // One after the other: each is some megabytes.
      for (const part of parts.fresh(chunksOf(whole))) {
        await database.issuePart.add(parts.noteHashed(part));
      }
      for (const kind of recordKinds) {
        const table = database.recordTable(kind);
        await table.clear();
        const records = whole.records.filter((record) => record.kind === kind);
        await eachBatch(records, batchOf(kind), (batch) => {
          const stored = batch.map((record) => parts.stored(record));
          countAll(tally, kind, stored, parts);
          return table.bulkAdd(stored);
        });
      }
      await database.audit.clear();
      await database.rowSlice.clear();
      await eachBatch(whole.audit, batchSize, async (batch) => {
        const stored = batch.map((row) => parts.storedRow(row));
        const slices = stored.map((row) => (isLarge(row) ? [...slicesOf(row)] : []));
        await database.audit.bulkAdd(
          stored.map((row, i) => (slices[i]?.length ? headOf(row, slices[i].length) : row)),
        );
        await eachBatch(slices.flat(), 1, (some) => database.rowSlice.bulkAdd(some));
      });
      await putHead(database, { ...head, tally });
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
    load: () => load(database, parts, () => {}),
    loadCounted: () => loadCounted(database),
    rowsAfter: (sequence) => rowsAfter(database, parts, sequence),
    write: (row) => write(database, parts, row),
    keepTally: (tally) => keepTally(database, tally),
    sealing: () => sealing(database),
    noteSealing: (sealed) => noteSealing(database, sealed),
    close,
  };
}

/** Does something with the database of a project, which is opened for that alone. @throws StorageError */
export async function withStore<T>(
  projectId: string,
  work: (store: ProjectStore) => Promise<T>,
): Promise<T> {
  const store = await openStore(projectId, () => undefined);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** All that is stored of a project, read once. @throws StorageError as openStore and its load do */
export function readStored(projectId: string): Promise<StoredProject> {
  return withStore(projectId, (store) => store.load());
}

async function sealing(database: ProjectDatabase): Promise<Sealing> {
  try {
    return (await readHead(database)).sealed;
  } catch (error) {
    throw toStorageError(error, 'cannot-open');
  }
}

async function noteSealing(database: ProjectDatabase, sealed: Sealing): Promise<void> {
  try {
    await freshLog();
    await database.transaction('rw', database.audit, async () =>
      putHead(database, { ...(await readHead(database)), sealed }),
    );
  } catch (error) {
    throw toStorageError(error, 'cannot-write');
  }
}

async function keepTally(database: ProjectDatabase, tally: Tally): Promise<boolean> {
  try {
    await freshLog();
    return await database.transaction('rw', database.audit, async () => {
      const since = await database.audit.where('sequence').above(tally.sequence).count();
      if (since === 0) await putHead(database, { ...(await readHead(database)), tally });
      return since === 0;
    });
  } catch (error) {
    throw toStorageError(error, 'cannot-write');
  }
}

async function write(database: ProjectDatabase, parts: ChunkParts, row: AuditRow): Promise<void> {
  try {
    await storeRow(database.backendDB(), parts, row);
  } catch (error) {
    throw toStorageError(error, 'cannot-write');
  }
}

/** Every chunk of issues of a project, living or in its log. */
function chunksOf({ records, audit }: StoredProject): IssueChunk[] {
  const living = records.filter((record) => record.kind === 'issueChunk');
  return [...living, ...audit.flatMap(issueChunksInRow)];
}
