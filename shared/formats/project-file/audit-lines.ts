import { type AuditRow, auditRow } from '#shared/edits/audit.ts';
import { History } from '#shared/edits/history.ts';
import type { Patch } from '#shared/edits/patch.ts';
import { replaceInRow } from '#shared/edits/replace-in-row.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import * as z from 'zod';
import { FormatError } from '#shared/formats/format-error.ts';
import { isTooDeep } from './is-too-deep.ts';

/** Stands in JSON for an issue chunk that lies in a part of its own. */
const reference = z.strictObject({ kind: z.literal('issueChunk'), id: z.uuid(), part: z.string() });
export type ChunkReference = z.infer<typeof reference>;

/** One line of JSON per audit row; issue chunks are put away by `refer`. */
export function toAuditLines(
  rows: readonly AuditRow[],
  refer: (chunk: IssueChunk) => ChunkReference,
): string[] {
  const put = (record: AnyRecord) => (record.kind === 'issueChunk' ? refer(record) : record);
  return rows.map((row) => JSON.stringify(replaceInRow(row, put)));
}

/**
 * Reads what {@link toAuditLines} wrote, one line at a time so that no string grows with the log.
 * @throws Error (ZodError, SyntaxError) when a line is no row, the sequence has holes, or the rows cannot have
 *   been written one after the other: a project with such a log could not be opened. FormatError when an edit is
 *   there twice, or records are nested as nothing of ours is.
 */
export function fromAuditLines(
  bytes: Uint8Array,
  find: (reference: ChunkReference) => IssueChunk,
): AuditRow[] {
  const rows: AuditRow[] = [];
  const ids = new Set<string>();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(start, end);
    if (isTooDeep(line)) throw new FormatError('storage.file.tooDeep');
    const row = auditRow.parse(JSON.parse(decoder.decode(line))) as unknown as AuditRow;
    if (row.sequence !== rows.length + 1) throw new Error(`row ${rows.length + 1} is missing`);
    if (ids.has(row.id)) throw new FormatError('storage.file.editTwice', { row: row.sequence });
    ids.add(row.id);
    for (const one of [row, ...(row.merged ?? [])]) {
      if (!isKeyedById(one.patch)) throw new Error(`row ${row.sequence} mixes up records`);
    }
    const get = (record: AnyRecord) =>
      record.kind === 'issueChunk' ? find(reference.parse(record)) : record;
    rows.push(replaceInRow(row, get) as unknown as AuditRow);
    start = end + 1;
  }
  return [...new History(rows).rows];
}

/** Whether each record of a patch stands under its own id, and stays of its kind. */
function isKeyedById({ added, updated, removed }: Patch): boolean {
  return (
    [added, removed].every((part) => Object.entries(part).every(([id, one]) => one.id === id)) &&
    Object.entries(updated).every(
      ([id, [from, to]]) => from.id === id && to.id === id && from.kind === to.kind,
    )
  );
}
