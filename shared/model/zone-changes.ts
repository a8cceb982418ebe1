import * as z from 'zod';
import { zone } from './zone.ts';

/** What is different between one division into zones and another. */
export const zoneChanges = z.object({
  added: z.array(zone).default([]),
  updated: z.array(z.tuple([zone, zone])).default([]),
  removed: z.array(zone).default([]),
});
export type ZoneChanges = z.infer<typeof zoneChanges>;

/** The changes that lead back. */
export function reverseChanges({ added, updated, removed }: ZoneChanges): ZoneChanges {
  return { added: removed, updated: updated.map(([from, to]) => [to, from]), removed: added };
}
