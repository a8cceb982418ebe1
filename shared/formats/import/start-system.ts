import { findCrs } from '#shared/geo/crs/crs.ts';
import type { CrsChoice } from './crs-choice.ts';
import type { WeighedGuess } from './weigh-guesses.ts';

/**
 * The system to start from: the best guess, where something speaks for it or the numbers are degrees.
 * Null where metres could be in any of many systems, or in none: then the user has to say.
 */
export function startSystem(guesses: readonly WeighedGuess[]): CrsChoice | null {
  const [best] = guesses;
  if (!best) return null;
  const isDegrees = findCrs(best.crs)?.unit === 'degrees';
  if (best.trust === 'open' && !isDegrees) return null;
  return { crs: best.crs, swapped: best.swapped };
}
