import * as z from 'zod';
import { area } from './geometry.ts';
import { day, id, name } from './primitives.ts';

/** Ground that nobody needs to answer for (lake, barracks), approved until and including `expires`. */
export const exception = z.object({
  kind: z.literal('exception'),
  id,
  name,
  geometry: area,
  reason: z.string().min(1).max(2000),
  approver: name,
  from: day,
  expires: day,
});
export type Exception = z.infer<typeof exception>;
