import * as z from 'zod';

/** Envelopes between a window and its worker; what is inside is checked by types on both sides. */
const id = z.number().int().positive();

export const requestEnvelope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run'), id, name: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), id }),
  /** Records of the input of run `id`, which follows: all at once they would hold the window up. */
  z.object({ type: z.literal('part'), id, records: z.array(z.unknown()) }),
]);
export type RequestEnvelope = z.infer<typeof requestEnvelope>;

/** An error on its way between threads; `key` and `params` are those of our own. */
export const errorEnvelope = z.object({
  name: z.string(),
  message: z.string(),
  key: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type ErrorEnvelope = z.infer<typeof errorEnvelope>;

export const replyEnvelope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), id, fraction: z.number() }),
  /** Records of the output of job `id`, which follows: all at once they would hold the window up. */
  z.object({ type: z.literal('part'), id, records: z.array(z.unknown()) }),
  z.object({ type: z.literal('done'), id, output: z.unknown() }),
  z.object({ type: z.literal('failed'), id, error: errorEnvelope }),
]);
export type ReplyEnvelope = z.infer<typeof replyEnvelope>;
