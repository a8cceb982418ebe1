import * as z from 'zod';
import { errorEnvelope } from '#shared/jobs/envelope.ts';

/** Messages between a window and its chain session; what is inside is checked by types. */
const id = z.number().int().positive();
const record = z.looseObject({ kind: z.string(), id: z.string() });

export const chainRequest = z.discriminatedUnion('type', [
  /** Records of load or change `id`, which follows. */
  z.object({ type: z.literal('part'), id, records: z.array(record) }),
  /** Everything anew, from the parts sent before, for a day and (ms since 1970) a moment of it. */
  z.object({
    type: z.literal('load'),
    id,
    on: z.iso.date(),
    now: z.number(),
  }),
  /** Records that are new or not as before, with those of the parts sent before, and ids of those that are gone. */
  z.object({ type: z.literal('change'), id, put: z.array(record), removed: z.array(z.string()) }),
  /** The clock goes on: the day, and (ms since 1970) the moment. Answered only where it changes the proof. */
  z.object({ type: z.literal('moment'), id, on: z.iso.date(), now: z.number() }),
  /** A question by its name; each checks for itself what it is asked. */
  z.object({ type: z.literal('ask'), id, name: z.string(), ask: z.unknown() }),
]);
export type ChainRequest = z.infer<typeof chainRequest>;

export const chainReply = z.discriminatedUnion('type', [
  /** The proof of 纵到底 after the load, change or moment: only findings that were not told before. */
  z.object({
    type: z.literal('proof'),
    id,
    nothing: z.string().nullable(),
    put: z.array(z.unknown()),
    removed: z.array(z.string()),
    counts: z.object({ streets: z.number(), communities: z.number(), posts: z.number() }),
  }),
  z.object({ type: z.literal('answer'), id, answer: z.unknown() }),
  z.object({ type: z.literal('failed'), id, error: errorEnvelope }),
]);
export type ChainReply = z.infer<typeof chainReply>;
