import * as z from 'zod';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { type Issue, issueStatuses } from './issue.ts';
import { id } from './primitives.ts';

/** Issues per chunk: a record small enough to rewrite when one issue changes, few enough to load fast. */
export const issuesPerChunk = 50_000;

const integers = z.instanceof(Int32Array);
const moments = z.instanceof(Float64Array);

/**
 * Up to {@link issuesPerChunk} issues as columns; entry i of each column belongs to issue i.
 * Longitudes and latitudes are grid steps (1e-7°); moments are milliseconds since 1970, NaN for none.
 */
export const issueChunk = z
  .object({
    kind: z.literal('issueChunk'),
    id,
    count: z.number().int().nonnegative().max(issuesPerChunk),
    ids: z.array(id),
    longitude: integers,
    latitude: integers,
    /** Index into `classes`. */
    issueClass: z.instanceof(Uint16Array),
    classes: z.array(z.string()),
    /** Index into issueStatuses. */
    status: z.instanceof(Uint8Array),
    foundAt: moments,
    dueAt: moments,
    closedAt: moments,
    lostPoints: z.instanceof(Float32Array),
    texts: z.array(z.string()),
  })
  .refine(
    (chunk) =>
      [
        chunk.ids,
        chunk.longitude,
        chunk.latitude,
        chunk.issueClass,
        chunk.status,
        chunk.foundAt,
        chunk.dueAt,
        chunk.closedAt,
        chunk.lostPoints,
        chunk.texts,
      ].every((column) => column.length === chunk.count),
    { message: 'columns differ in length' },
  )
  .refine(
    (chunk) =>
      chunk.issueClass.every((index) => index < chunk.classes.length) &&
      chunk.status.every((index) => index < issueStatuses.length),
    { message: 'class or status out of range' },
  );
export type IssueChunk = z.infer<typeof issueChunk>;

const toMoment = (iso: string | null) => (iso === null ? Number.NaN : Date.parse(iso));
const fromMoment = (time: number) => (Number.isNaN(time) ? null : new Date(time).toISOString());

/** Packs issues into chunks of at most {@link issuesPerChunk}, in their order. */
export function packIssues(issues: readonly Issue[], newId: () => string): IssueChunk[] {
  const chunks: IssueChunk[] = [];
  for (let start = 0; start < issues.length; start += issuesPerChunk) {
    const part = issues.slice(start, start + issuesPerChunk);
    const classes = [...new Set(part.map((issue) => issue.issueClass))];
    const classIndex = new Map(classes.map((name, index) => [name, index]));
    chunks.push({
      kind: 'issueChunk',
      id: newId(),
      count: part.length,
      ids: part.map((issue) => issue.id),
      longitude: Int32Array.from(part, (issue) => toGrid(issue.position[0])),
      latitude: Int32Array.from(part, (issue) => toGrid(issue.position[1])),
      issueClass: Uint16Array.from(part, (issue) => classIndex.get(issue.issueClass) ?? 0),
      classes,
      status: Uint8Array.from(part, (issue) => issueStatuses.indexOf(issue.status)),
      foundAt: Float64Array.from(part, (issue) => toMoment(issue.foundAt)),
      dueAt: Float64Array.from(part, (issue) => toMoment(issue.dueAt)),
      closedAt: Float64Array.from(part, (issue) => toMoment(issue.closedAt)),
      lostPoints: Float32Array.from(part, (issue) => issue.lostPoints),
      texts: part.map((issue) => issue.text),
    });
  }
  return chunks;
}

/** Issue `index` of a chunk as a record of its own. */
export function unpackIssue(chunk: IssueChunk, index: number): Issue {
  return {
    kind: 'issue',
    id: chunk.ids[index] as string,
    issueClass: chunk.classes[chunk.issueClass[index] as number] as string,
    status: issueStatuses[chunk.status[index] as number] as Issue['status'],
    position: [
      fromGrid(chunk.longitude[index] as number),
      fromGrid(chunk.latitude[index] as number),
    ],
    foundAt: fromMoment(chunk.foundAt[index] as number) as string,
    dueAt: fromMoment(chunk.dueAt[index] as number),
    closedAt: fromMoment(chunk.closedAt[index] as number),
    text: chunk.texts[index] as string,
    lostPoints: chunk.lostPoints[index] as number,
  };
}
