import * as z from 'zod';
import { day, id, name, note } from './primitives.ts';
import { zoneChanges } from './zone-changes.ts';

/**
 * A plan that is tried: what it changes about the zones in force, and nothing else, so that a copy of the
 * plan costs nothing and what was not redrawn follows the plan in force.
 */
export const scenario = z.object({
  kind: z.literal('scenario'),
  id,
  name,
  note: note.default(''),
  changes: zoneChanges.prefault({}),
  /** Day from which it is to be in force, once that is decided; it is then waiting for its day. */
  from: day.nullable().default(null),
});
export type Scenario = z.infer<typeof scenario>;
