import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { AuditRow } from './audit.ts';
import { changesOf } from './patch.ts';

/** Every chunk of issues that a row of the log holds, those that it merged as well. */
export function issueChunksInRow(row: AuditRow): IssueChunk[] {
  return [row, ...(row.merged ?? [])]
    .flatMap(({ patch }) => changesOf(patch).flat())
    .filter((record) => record?.kind === 'issueChunk');
}
