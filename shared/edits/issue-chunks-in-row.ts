import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { RowContent } from './row-slices.ts';
import { changesOf } from './patch.ts';

/** Every chunk of issues that a row of the log holds, those that it merged as well. */
export function issueChunksInRow(row: RowContent): IssueChunk[] {
  return [row, ...(row.merged ?? [])]
    .flatMap(({ patch }) => changesOf(patch).flat())
    .filter((record) => record?.kind === 'issueChunk');
}
