import * as z from 'zod';
import { day, id, name, note } from './primitives.ts';
import { zoneChanges } from './zone-changes.ts';

/** A plan that came into force on a day, and what leads back to the one before. */
export const planEdition = z.object({
  kind: z.literal('planEdition'),
  id,
  name,
  note: note.default(''),
  from: day,
  back: zoneChanges,
});
export type PlanEdition = z.infer<typeof planEdition>;
