import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { type Issue, issueStatuses } from './issue.ts';
import type { IssueChunk } from './issue-columns.ts';
import { textAt } from './text-column.ts';
import { emptyPart, partOfText, sameText, type TextPart } from './text-part.ts';

/** What is known of one issue, in the numbers of a chunk's columns; filled anew for one after the other. */
export interface IssueFacts {
  issueClass: string;
  /** Index into issueStatuses. */
  status: number;
  /** In grid steps (1e-7°). */
  longitude: number;
  latitude: number;
  /** Milliseconds since 1970, NaN for none. */
  foundAt: number;
  dueAt: number;
  closedAt: number;
  lostPoints: number;
  text: TextPart;
}

export const noFacts = (): IssueFacts => ({
  issueClass: '',
  status: 0,
  longitude: 0,
  latitude: 0,
  foundAt: 0,
  dueAt: Number.NaN,
  closedAt: Number.NaN,
  lostPoints: 0,
  text: emptyPart(),
});

const toMoment = (iso: string | null) => (iso === null ? Number.NaN : Date.parse(iso));

export function factsOfIssue(issue: Issue): IssueFacts {
  return {
    issueClass: issue.issueClass,
    status: issueStatuses.indexOf(issue.status),
    longitude: toGrid(issue.position[0]),
    latitude: toGrid(issue.position[1]),
    foundAt: toMoment(issue.foundAt),
    dueAt: toMoment(issue.dueAt),
    closedAt: toMoment(issue.closedAt),
    lostPoints: issue.lostPoints,
    text: partOfText(issue.text),
  };
}

export function factsAt(chunk: IssueChunk, index: number): IssueFacts {
  return {
    issueClass: chunk.classes[chunk.issueClass[index] as number] as string,
    status: chunk.status[index] as number,
    longitude: chunk.longitude[index] as number,
    latitude: chunk.latitude[index] as number,
    foundAt: chunk.foundAt[index] as number,
    dueAt: chunk.dueAt[index] as number,
    closedAt: chunk.closedAt[index] as number,
    lostPoints: chunk.lostPoints[index] as number,
    text: partOfText(textAt(chunk, index)),
  };
}

/** Whether two issues say the same, as far as a chunk can hold it. */
export function sameFacts(a: IssueFacts, b: IssueFacts): boolean {
  return (
    a.issueClass === b.issueClass &&
    a.status === b.status &&
    a.longitude === b.longitude &&
    a.latitude === b.latitude &&
    a.foundAt === b.foundAt &&
    Object.is(a.dueAt, b.dueAt) &&
    Object.is(a.closedAt, b.closedAt) &&
    Math.fround(a.lostPoints) === Math.fround(b.lostPoints) &&
    sameText(a.text, b.text)
  );
}

/** Position of facts in degrees, [longitude, latitude]. */
export function positionOfFacts({ longitude, latitude }: IssueFacts): [number, number] {
  return [fromGrid(longitude), fromGrid(latitude)];
}
