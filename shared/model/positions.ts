import * as z from 'zod';
import { snapDegrees } from '#shared/geo/grid.ts';
import { type LonLat, position } from './primitives.ts';

const anyPositions = z.array(position);

const isExact = (degrees: unknown, most: number): boolean =>
  typeof degrees === 'number' &&
  degrees >= -most &&
  degrees <= most &&
  Object.is(snapDegrees(degrees), degrees);

/** Whether a value is a list of positions on the grid, which parsing would leave as they are. */
function areExact(value: unknown): value is LonLat[] {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) {
    const at: unknown = value[i];
    if (!Array.isArray(at) || at.length !== 2) return false;
    if (!isExact(at[0], 180) || !isExact(at[1], 90)) return false;
  }
  return true;
}

/**
 * The positions of a ring or line, moved to the grid. A list that lies on it already is answered itself, not
 * as a copy: an edit of one vertex keeps what it has not changed, and nothing is made anew of a coast of
 * fifty thousand.
 */
export const positions = z.unknown().transform((value, context): LonLat[] => {
  if (areExact(value)) return value;
  const parsed = anyPositions.safeParse(value);
  if (parsed.success) return parsed.data;
  // What is finished is told as what is not: only the message has been added.
  for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as never);
  return z.NEVER;
});
