import * as z from 'zod';
import { day, id, name } from './primitives.ts';

/** Absence of a person, both days included; the deputy answers meanwhile. */
export const leave = z.object({ from: day, to: day, deputyId: id.nullable() });

export const person = z.object({
  kind: z.literal('person'),
  id,
  name,
  /** As dialled; empty when no number is known. */
  phone: z.string().max(40).default(''),
  organisationId: id.nullable().default(null),
  leave: z.array(leave).default([]),
});
export type Person = z.infer<typeof person>;
