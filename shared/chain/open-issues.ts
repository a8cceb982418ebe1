import { fromGrid } from '#shared/geo/grid.ts';
import { issueStatuses } from '#shared/model/issue.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';

/** Place of one issue: its chunk and its number in it. */
export interface IssueRef {
  chunk: IssueChunk;
  index: number;
}

const closed = issueStatuses.indexOf('closed');

export function isOpen({ chunk, index }: IssueRef): boolean {
  return chunk.status[index] !== closed;
}

/** All issues that are not closed. */
export function openIssues(chunks: readonly IssueChunk[]): IssueRef[] {
  const open: IssueRef[] = [];
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.count; index++) {
      if (chunk.status[index] !== closed) open.push({ chunk, index });
    }
  }
  return open;
}

/** [longitude, latitude] of an issue in degrees. */
export function issuePosition({ chunk, index }: IssueRef): [number, number] {
  return [fromGrid(chunk.longitude[index] as number), fromGrid(chunk.latitude[index] as number)];
}

/** Key of an issue's class. */
export function issueClassOf({ chunk, index }: IssueRef): string {
  return chunk.classes[chunk.issueClass[index] as number] as string;
}
