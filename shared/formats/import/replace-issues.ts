import type { Issue } from '#shared/model/issue.ts';
import { type IssueChunk, packIssues, unpackIssue } from '#shared/model/issue-chunk.ts';

/** The chunk with some of its issues exchanged, by their number in it; its id and order stay. */
export function replaceIssues(chunk: IssueChunk, changes: ReadonlyMap<number, Issue>): IssueChunk {
  const issues = Array.from(
    { length: chunk.count },
    (_, index) => changes.get(index) ?? unpackIssue(chunk, index),
  );
  const [packed] = packIssues(issues, () => chunk.id);
  return packed ?? chunk;
}
