import * as z from 'zod';
import { id, name, position } from './primitives.ts';

/** 应急队伍: first to arrive, handle and resolve. */
export const team = z.object({
  kind: z.literal('team'),
  id,
  name,
  base: position,
  transport: z.enum(['vehicle', 'foot']),
  phone: z.string().max(40).default(''),
  memberIds: z.array(id).default([]),
});
export type Team = z.infer<typeof team>;
