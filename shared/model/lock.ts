import * as z from 'zod';
import { line, multiLine } from './geometry.ts';
import { id, name, note } from './primitives.ts';

/**
 * Something that must stay as it is while the plan is redrawn: the ground of a zone, a stretch of border
 * (in degrees), or all zones but some. `name` says what it is where a change is refused.
 */
export const lock = z.object({
  kind: z.literal('lock'),
  id,
  name,
  reason: note.default(''),
  what: z.discriminatedUnion('of', [
    z.object({ of: z.literal('zone'), zoneId: id }),
    z.object({
      of: z.literal('border'),
      geometry: z.discriminatedUnion('type', [line, multiLine]),
    }),
    z.object({ of: z.literal('outside'), zoneIds: z.array(id).min(1) }),
  ]),
});
export type Lock = z.infer<typeof lock>;
