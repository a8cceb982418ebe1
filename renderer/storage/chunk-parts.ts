import * as z from 'zod';
import type { AuditRow } from '#shared/edits/audit.ts';
import { issueChunksInRow } from '#shared/edits/issue-chunks-in-row.ts';
import { replaceInRow } from '#shared/edits/replace-in-row.ts';
import type { RowContent } from '#shared/edits/row-slices.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { hashRecord, type RecordHash } from '#shared/keep/record-hash.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/**
 * Stands in the table of chunks and in the log for a chunk of issues. Its columns are kept once, as a part
 * of their own: a row of the log that brought a hundred megabytes is small, and so is what takes it back.
 */
export const chunkReference = z.object({
  kind: z.literal('issueChunk'),
  id: z.uuid(),
  /** Key of the part, which is written once and never changed. */
  part: z.uuid(),
});
export type ChunkReference = z.infer<typeof chunkReference>;

/** What the table of a kind of records holds. */
export type StoredRecord = Exclude<AnyRecord, IssueChunk> | ChunkReference;

/** A chunk as it is kept. */
export interface ChunkPart {
  part: string;
  chunk: IssueChunk;
  /** Of the chunk as it was stored; older parts have none until they are counted. */
  hash?: RecordHash;
}

export const referTo = ({ id }: IssueChunk, part: string): ChunkReference => ({
  kind: 'issueChunk',
  id,
  part,
});

/** Which chunk is kept as which part, as one open database knows it. */
export class ChunkParts {
  private readonly byPart = new Map<string, IssueChunk>();
  private readonly partOf = new Map<IssueChunk, string>();
  private readonly hashes = new Map<string, RecordHash>();

  note({ part, chunk, hash }: ChunkPart): void {
    this.byPart.set(part, chunk);
    this.partOf.set(chunk, part);
    if (hash) this.hashes.set(part, hash);
  }

  /** Notes a part with the hash of its chunk, as it is to be stored. */
  noteHashed(part: ChunkPart): ChunkPart {
    const hashed = { ...part, hash: hashRecord(part.chunk) };
    this.note(hashed);
    return hashed;
  }

  /** The hash of what the table holds of a chunk, which is that of the chunk; null for what is none. */
  hashOf(value: unknown): RecordHash | null {
    const { success, data } = chunkReference.safeParse(value);
    if (!success) return null;
    const known = this.hashes.get(data.part);
    if (known) return known;
    const chunk = this.byPart.get(data.part);
    if (!chunk) return null;
    const hash = hashRecord(chunk);
    this.hashes.set(data.part, hash);
    return hash;
  }

  /** Takes back what could not be stored in the end. */
  forget({ part, chunk }: ChunkPart): void {
    this.byPart.delete(part);
    this.hashes.delete(part);
    this.partOf.delete(chunk);
  }

  has(part: string): boolean {
    return this.byPart.has(part);
  }

  /** @throws Error when `value` is no reference to a part that is known */
  find(value: unknown): IssueChunk {
    const { id, part } = chunkReference.parse(value);
    const chunk = this.byPart.get(part);
    if (chunk?.id !== id) throw new Error(`part ${part} of ${id} is missing`);
    return chunk;
  }

  /** Parts for those of some chunks that have none yet. */
  fresh(chunks: Iterable<IssueChunk>): ChunkPart[] {
    const without = [...new Set(chunks)].filter((chunk) => !this.partOf.has(chunk));
    return without.map((chunk) => ({ part: crypto.randomUUID(), chunk }));
  }

  /** What is stored for a record. @throws Error when it is a chunk that has no part */
  stored(record: AnyRecord): StoredRecord {
    if (record.kind !== 'issueChunk') return record;
    const part = this.partOf.get(record);
    if (part === undefined) throw new Error(`${record.id} has no part`);
    return referTo(record, part);
  }

  /** A row of the log as it is stored. */
  storedRow(row: AuditRow): AuditRow {
    if (issueChunksInRow(row).length === 0) return row;
    return replaceInRow(row, (record) => this.stored(record)) as unknown as AuditRow;
  }

  /** A row as it was before it was stored. @throws Error when one of its parts is not known */
  revivedRow(row: AuditRow): AuditRow {
    if (issueChunksInRow(row).length === 0) return row;
    const revive = (record: AnyRecord) =>
      record.kind === 'issueChunk' ? this.find(record) : record;
    return replaceInRow(row, revive) as unknown as AuditRow;
  }
}

/** Keys of the parts that a stored row refers to. */
export function partsOfRow(stored: RowContent): string[] {
  return issueChunksInRow(stored).flatMap((reference) => {
    const { success, data } = chunkReference.safeParse(reference);
    return success ? [data.part] : [];
  });
}
