import * as z from 'zod';
import { issueStatuses } from './issue.ts';
import { id } from './primitives.ts';

/** Issues per chunk: a record small enough to rewrite when one issue changes, few enough to load fast. */
export const issuesPerChunk = 50_000;

const uuid = z.regexes.uuid();

// Looked through in one go: a schema for each of a million ids would hold a window up.
const ids = z.custom<string[]>(
  (value) =>
    Array.isArray(value) && value.every((one) => typeof one === 'string' && uuid.test(one)),
  { message: 'not all are ids' },
);
const texts = z.custom<string[]>(
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  { message: 'not all are texts' },
);
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
    ids,
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
    texts,
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
