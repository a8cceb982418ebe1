import * as z from 'zod';
import { issueStatuses } from './issue.ts';
import { id } from './primitives.ts';

/** Issues per chunk: a record small enough to rewrite when one issue changes, few enough to load fast. */
export const issuesPerChunk = 50_000;

/** Whether all indexes are below `end`; a call for each of a million would hold a window up. */
function areBelow(indexes: Uint8Array | Uint16Array, end: number): boolean {
  const { length } = indexes;
  for (let at = 0; at < length; at += 1) if ((indexes[at] as number) >= end) return false;
  return true;
}

/** Whether texts end one behind the other and the last where their column ends. */
function endsFit(ends: Uint32Array, length: number): boolean {
  let before = 0;
  for (let at = 0; at < ends.length; at += 1) {
    const end = ends[at] as number;
    if (end < before) return false;
    before = end;
  }
  return before === length;
}

const integers = z.instanceof(Int32Array);
const moments = z.instanceof(Float64Array);

/**
 * Up to {@link issuesPerChunk} issues as columns of numbers alone, which are stored and sent to other
 * threads as they are; entry i of each column belongs to issue i.
 * Longitudes and latitudes are grid steps (1e-7°); moments are milliseconds since 1970, NaN for none.
 */
export const issueChunk = z
  .object({
    kind: z.literal('issueChunk'),
    id,
    count: z.number().int().nonnegative().max(issuesPerChunk),
    /** UUIDs, four words of 32 bits each; see id-words.ts. */
    ids: z.instanceof(Uint32Array),
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
    /** See text-column.ts. */
    texts: z.instanceof(Uint16Array),
    textEnds: z.instanceof(Uint32Array),
  })
  .refine(
    (chunk) =>
      [
        chunk.longitude,
        chunk.latitude,
        chunk.issueClass,
        chunk.status,
        chunk.foundAt,
        chunk.dueAt,
        chunk.closedAt,
        chunk.lostPoints,
        chunk.textEnds,
      ].every((column) => column.length === chunk.count) && chunk.ids.length === 4 * chunk.count,
    { message: 'columns differ in length' },
  )
  .refine((chunk) => endsFit(chunk.textEnds, chunk.texts.length), {
    message: 'texts do not end one behind the other',
  })
  .refine(
    (chunk) =>
      areBelow(chunk.issueClass, chunk.classes.length) &&
      areBelow(chunk.status, issueStatuses.length),
    { message: 'class or status out of range' },
  );
export type IssueChunk = z.infer<typeof issueChunk>;

/** The chunk without what only lists show: ids and texts, the most of it, need not go everywhere. */
export function withoutTexts(chunk: IssueChunk): IssueChunk {
  return {
    ...chunk,
    ids: new Uint32Array(),
    texts: new Uint16Array(),
    textEnds: new Uint32Array(),
  };
}
