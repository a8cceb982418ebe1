import type { AuditRow } from '#shared/edits/audit.ts';
import { hashRecord, type RecordHash } from '#shared/keep/record-hash.ts';
import { addTally, count, emptyTally, type Tally } from '#shared/keep/tally.ts';
import type { RecordKind } from '#shared/model/record.ts';
import type { ChunkParts, StoredRecord } from './chunk-parts.ts';
import { schemaVersion } from './project-database.ts';
import type { ProjectHead } from './project-head.ts';

/** Counts of nothing, for a log that ends with a row, in the schema of this build. */
export const tallyAt = (sequence: number): Tally => emptyTally(sequence, schemaVersion);

/** The hash of a record by what the database holds of it; null for a chunk whose columns are not known. */
function hashOf(stored: unknown, kind: RecordKind, parts: ChunkParts): RecordHash | null {
  return kind === 'issueChunk' ? parts.hashOf(stored) : hashRecord(stored);
}

/** Counts records of a project that is stored as a whole. */
export function countAll(
  into: Tally,
  kind: RecordKind,
  records: readonly StoredRecord[],
  parts: ChunkParts,
): void {
  for (const record of records) {
    const hash = hashOf(record, kind, parts);
    if (hash) count(into, kind, hash, 1);
  }
}

/** What an edit does to the counts and hashes of its project. */
export class EditCount {
  private readonly row: AuditRow;
  private readonly parts: ChunkParts;
  private readonly delta: Tally;
  private isWhole = true;

  constructor(row: AuditRow, parts: ChunkParts) {
    this.row = row;
    this.parts = parts;
    this.delta = tallyAt(row.sequence);
  }

  /** Told of what lies in the place of a record that is replaced or removed: it is counted out as it lies there. */
  leaving(kind: RecordKind, stored: unknown): void {
    if (stored !== undefined) this.take(kind, stored, -1);
  }

  /** Told of a record as it is stored. */
  coming(kind: RecordKind, stored: StoredRecord): void {
    this.take(kind, stored, 1);
  }

  /**
   * The head after the edit, to be stored with it; null where the counts do not speak of the row before. Then
   * they are left as they are, and everything is counted anew when the project is next looked through. An
   * edit that only makes records what the log says of them leaves them as they were counted.
   */
  headAfter(head: ProjectHead): ProjectHead | null {
    const { tally } = head;
    const { row, delta } = this;
    if (tally?.schema !== schemaVersion || tally.sequence !== row.sequence - 1) return null;
    if (!this.isWhole && !row.mends) return null;
    if (!row.mends) addTally(tally, delta);
    tally.sequence = row.sequence;
    return head;
  }

  private take(kind: RecordKind, stored: unknown, sign: 1 | -1): void {
    const hash = hashOf(stored, kind, this.parts);
    if (hash) count(this.delta, kind, hash, sign);
    else this.isWhole = false;
  }
}
