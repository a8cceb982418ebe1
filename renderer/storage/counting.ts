import type { AuditRow } from '#shared/edits/audit.ts';
import { hashRecord } from '#shared/keep/record-hash.ts';
import { count, emptyTally, type Tally } from '#shared/keep/tally.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { type ProjectDatabase, schemaVersion } from './project-database.ts';
import { putHead, readHead } from './project-head.ts';

/** Keeps the counts and hashes of a project up to date while an edit is stored. */
export interface Counting {
  /** Told before records are replaced or removed: what lies there is counted out as it lies there. */
  leaving(kind: RecordKind, ids: readonly string[]): Promise<void>;
  /** Told of records that are stored. */
  coming(kind: RecordKind, records: readonly AnyRecord[]): void;
  /** Stores the counts, in the transaction of the edit. */
  finish(): Promise<void>;
}

const uncounted: Counting = {
  leaving: () => Promise.resolve(),
  coming: () => {},
  finish: () => Promise.resolve(),
};

/**
 * Begins to count an edit, in its transaction. Counts that do not speak of the row before are left as they
 * are: then everything is counted anew when the project is next looked through. An edit that only makes
 * records what the log says of them leaves them as they were counted.
 */
export async function countEdit(database: ProjectDatabase, row: AuditRow): Promise<Counting> {
  const head = await readHead(database);
  const { tally } = head;
  if (tally?.schema !== schemaVersion || tally.sequence !== row.sequence - 1) return uncounted;
  tally.sequence = row.sequence;
  const finish = () => putHead(database, head);
  if (row.mends) return { ...uncounted, finish };
  return {
    async leaving(kind, ids) {
      for (const record of await database.recordTable(kind).bulkGet([...ids])) {
        if (record) count(tally, kind, hashRecord(record), -1);
      }
    },
    coming: (kind, records) => countAll(tally, kind, records),
    finish,
  };
}

/** Counts records of a project that is stored as a whole. */
export function countAll(into: Tally, kind: RecordKind, records: readonly AnyRecord[]): void {
  for (const record of records) count(into, kind, hashRecord(record), 1);
}

/** Counts of nothing, for a log that ends with a row, in the schema of this build. */
export const tallyAt = (sequence: number): Tally => emptyTally(sequence, schemaVersion);
