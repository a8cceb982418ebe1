import type { IssueChunk } from './issue-chunk.ts';

/** How many issues there are, whatever the filter. */
export function issueTotal(chunks: readonly IssueChunk[]): number {
  return chunks.reduce((sum, { count }) => sum + count, 0);
}
