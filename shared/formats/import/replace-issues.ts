import { ChunkWriter } from '#shared/model/chunk-writer.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { factsAt, type IssueFacts } from '#shared/model/issue-facts.ts';

/** The chunk with some of its issues exchanged, by their number in it; its id and order stay. */
export function replaceIssues(
  chunk: IssueChunk,
  changes: ReadonlyMap<number, IssueFacts>,
): IssueChunk {
  const writer = new ChunkWriter(() => chunk.id, chunk.count);
  for (let index = 0; index < chunk.count; index += 1) {
    const id = chunk.ids.subarray(4 * index, 4 * index + 4);
    writer.add(id, changes.get(index) ?? factsAt(chunk, index));
  }
  return writer.finish()[0] ?? chunk;
}
