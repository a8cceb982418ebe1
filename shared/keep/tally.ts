import * as z from 'zod';
import { type RecordKind, recordKinds } from '#shared/model/record.ts';
import type { RecordHash } from './record-hash.ts';

const word = z.number().int().min(0).max(0xffffffff);

/** How many records of a kind there are, and the sum of their hashes: words modulo 2^32, in any order. */
// A count may fall below nothing where more is removed than was counted in: that is damage, too.
const kindTally = z.object({ count: z.number().int(), sum: z.tuple([word, word]) });
export type KindTally = z.infer<typeof kindTally>;

/**
 * Counts and hashes of all records of a stored project. It is changed with every edit, by the records of the
 * edit alone, and so tells whether the tables hold what was stored in them.
 */
export const tally = z.object({
  /** The last row of the log that is counted in; 0 for none. */
  sequence: z.number().int().nonnegative(),
  /** Version of the schema of the database in which the records stood when they were counted. */
  schema: z.number().int().positive(),
  kinds: z.partialRecord(z.enum(recordKinds), kindTally),
});
export type Tally = z.infer<typeof tally>;

export const emptyTally = (sequence: number, schema: number): Tally => ({
  sequence,
  schema,
  kinds: {},
});

export const kindOfTally = ({ kinds }: Tally, kind: RecordKind): KindTally =>
  kinds[kind] ?? { count: 0, sum: [0, 0] };

function add(into: Tally, kind: RecordKind, more: KindTally): void {
  const { count: before, sum } = kindOfTally(into, kind);
  into.kinds[kind] = {
    count: before + more.count,
    sum: [(sum[0] + more.sum[0]) >>> 0, (sum[1] + more.sum[1]) >>> 0],
  };
}

/** Counts a record in (1) or out (-1), in place. */
export function count(into: Tally, kind: RecordKind, [a, b]: RecordHash, sign: 1 | -1): void {
  add(into, kind, { count: sign, sum: [sign * a, sign * b] });
}

/** Adds the counts of an edit, in place. */
export function addTally(into: Tally, delta: Tally): void {
  for (const [kind, more] of Object.entries(delta.kinds)) add(into, kind as RecordKind, more);
}

export const isSameTally = (a: KindTally, b: KindTally): boolean =>
  a.count === b.count && a.sum[0] === b.sum[0] && a.sum[1] === b.sum[1];
