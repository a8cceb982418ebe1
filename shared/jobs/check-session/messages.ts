import * as z from 'zod';
import { errorEnvelope } from '#shared/jobs/envelope.ts';

/** Messages between a window and its check session; what is inside is checked by types. */
const id = z.number().int().positive();
const news = z.object({ put: z.array(z.unknown()), removed: z.array(z.string()) });
const record = z.looseObject({ kind: z.string(), id: z.string() });

export const sessionRequest = z.discriminatedUnion('type', [
  /** Records of load or change `id`, which follows. */
  z.object({ type: z.literal('part'), id, records: z.array(record) }),
  /** Everything anew, from the parts sent before. */
  z.object({ type: z.literal('load'), id, on: z.string() }),
  /** Records that are new or not as before, with those of the parts sent before, and ids of those that are gone. */
  z.object({
    type: z.literal('change'),
    id,
    put: z.array(record),
    removed: z.array(z.object({ kind: z.string(), id: z.string() })),
  }),
  /** The levels held against each other, for the records as they are. */
  z.object({ type: z.literal('levels'), id }),
  /** Places and times of issues, for what fixes mean; `gone` are ids of chunks. */
  z.object({ type: z.literal('issues'), put: z.array(record), gone: z.array(z.string()) }),
  /** What a fix would do to the records as they are. */
  z.object({ type: z.literal('try'), id, request: z.looseObject({ on: z.string() }) }),
  /** What another edit of ground would do to them, with the locks that hold. */
  z.object({
    type: z.literal('tryEdit'),
    id,
    request: z.looseObject({ command: z.string() }),
    locks: z.array(record),
  }),
  /** What a list of mends would do to them together, and an end to that. */
  z.object({ type: z.literal('tryMends'), id, input: z.looseObject({ on: z.string() }) }),
  z.object({ type: z.literal('cancel'), id }),
]);
export type SessionRequest = z.infer<typeof sessionRequest>;

export const sessionReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), id, fraction: z.number() }),
  /** The proof of 横到边: figures, and of findings and notes only what is not as it was told before. */
  z.object({
    type: z.literal('coverage'),
    id,
    report: z.unknown(),
    findings: news,
    notes: news,
  }),
  z.object({ type: z.literal('levels'), id, findings: z.array(z.unknown()) }),
  z.object({ type: z.literal('tried'), id, outcome: z.unknown() }),
  z.object({ type: z.literal('failed'), id, error: errorEnvelope }),
]);
export type SessionReply = z.infer<typeof sessionReply>;
