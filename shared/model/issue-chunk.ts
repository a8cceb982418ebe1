import { fromGrid } from '#shared/geo/grid.ts';
import { ChunkWriter } from './chunk-writer.ts';
import { idAt, wordsOfId } from './id-words.ts';
import { type Issue, issueStatuses } from './issue.ts';
import { type IssueChunk, issueChunk } from './issue-columns.ts';
import { factsOfIssue } from './issue-facts.ts';
import { textAt } from './text-column.ts';

export { type IssueChunk, issueChunk };

/** Packs issues into chunks of at most `issuesPerChunk`, in their order. */
export function packIssues(issues: readonly Issue[], newId: () => string): IssueChunk[] {
  const writer = new ChunkWriter(newId, issues.length);
  const id = new Uint32Array(4);
  for (const issue of issues) {
    wordsOfId(issue.id, id);
    writer.add(id, factsOfIssue(issue));
  }
  return writer.finish();
}

const fromMoment = (time: number) => (Number.isNaN(time) ? null : new Date(time).toISOString());

/** Issue `index` of a chunk as a record of its own. */
export function unpackIssue(chunk: IssueChunk, index: number): Issue {
  return {
    kind: 'issue',
    id: idAt(chunk.ids, index),
    issueClass: chunk.classes[chunk.issueClass[index] as number] as string,
    status: issueStatuses[chunk.status[index] as number] as Issue['status'],
    position: [
      fromGrid(chunk.longitude[index] as number),
      fromGrid(chunk.latitude[index] as number),
    ],
    foundAt: fromMoment(chunk.foundAt[index] as number) as string,
    dueAt: fromMoment(chunk.dueAt[index] as number),
    closedAt: fromMoment(chunk.closedAt[index] as number),
    text: textAt(chunk, index),
    lostPoints: chunk.lostPoints[index] as number,
  };
}
