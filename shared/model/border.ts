import * as z from 'zod';
import { line, multiLine } from './geometry.ts';
import { day, id, type LonLat, name, note } from './primitives.ts';

/** What a border follows on the ground: 路中线, 路缘, 红线, 围墙, 河道, other. */
export const borderCourses = ['centre-line', 'kerb', 'red-line', 'wall', 'river', 'other'] as const;

/** Entry of the border register: a stretch between two areas, and what was agreed about it. */
export const border = z.object({
  kind: z.literal('border'),
  id,
  name,
  /** The two areas that meet here: streets, communities or zones. */
  partyIds: z.tuple([id, id]),
  geometry: z.discriminatedUnion('type', [line, multiLine]),
  follows: z.enum(borderCourses),
  /** On what the border rests: map, record, statute. */
  basis: note.default(''),
  decision: note.default(''),
  decidedOn: day.nullable().default(null),
  disputed: z.boolean().default(false),
});
export type Border = z.infer<typeof border>;

/** Lines of a border, and of what else is drawn as one: a locked stretch, a road. */
export function borderLines({ geometry }: Pick<Border, 'geometry'>): LonLat[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
}

/** Levels whose areas meet along borders. */
export const borderLevels = ['street', 'community', 'zone'] as const;
export type BorderLevel = (typeof borderLevels)[number];
