import type { Table, Transaction } from 'dexie';
import type { AuditRow } from '#shared/edits/audit.ts';
import { issueChunksInRow } from '#shared/edits/issue-chunks-in-row.ts';
import { replaceInRow } from '#shared/edits/replace-in-row.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { fromOldIssueChunk } from '#shared/model/old-issue-chunk.ts';
import { ChunkParts } from './chunk-parts.ts';

/**
 * Brings a database to version 5, in which the columns of issues are numbers alone and kept once for the
 * record and all rows of the log that name it. Chunk by chunk and row by row: all of them at once
 * might not fit into memory. All of it is one transaction, so that half of it is never there. What cannot be read stays as it is, and is named when the project is opened.
 */
export async function splitChunks(
  transaction: Transaction,
  onProgress: (fraction: number) => void,
): Promise<void> {
  const chunks = transaction.table('issueChunk') as Table<unknown, string>;
  const audit = transaction.table('audit') as Table<AuditRow, number>;
  const table = transaction.table('issuePart');
  const parts = new ChunkParts();
  const living = new Map<string, IssueChunk>();

  const keep = async (chunk: IssueChunk) => {
    for (const fresh of parts.fresh([chunk])) {
      await table.add(fresh);
      parts.note(fresh);
    }
  };

  const ids = await chunks.toCollection().primaryKeys();
  const sequences = await audit.toCollection().primaryKeys();
  let done = 0;
  const step = () => {
    done += 1;
    onProgress(done / (ids.length + sequences.length));
  };

  for (const id of ids) {
    step();
    const chunk = converted(await chunks.get(id));
    if (!chunk) continue;
    living.set(id, chunk);
    await keep(chunk);
    await chunks.put(parts.stored(chunk));
  }
  for (const sequence of sequences) {
    step();
    const row = await audit.get(sequence);
    const old = row ? issueChunksInRow(row) : [];
    if (!row || old.length === 0) continue;
    const today = new Map<IssueChunk, IssueChunk>();
    for (const one of old) {
      const chunk = converted(one);
      if (!chunk) continue;
      const known = living.get(chunk.id);
      const same = known && sameRecord(known, chunk) ? known : chunk;
      today.set(one, same);
      await keep(same);
    }
    const stored = replaceInRow(row, (record) => {
      const chunk = record.kind === 'issueChunk' ? today.get(record) : undefined;
      return chunk ? parts.stored(chunk) : record;
    });
    await audit.put(stored as unknown as AuditRow);
  }
}

function converted(value: unknown): IssueChunk | null {
  try {
    return fromOldIssueChunk(value);
  } catch {
    return null;
  }
}
