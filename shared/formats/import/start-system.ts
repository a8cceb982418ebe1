import { findCrs } from '#shared/geo/crs/crs.ts';
import type { CrsChoice } from './crs-choice.ts';
import type { WeighedGuess } from './weigh-guesses.ts';

/**
 * The system to start from: the best guess, where something speaks for it or the numbers are degrees,
 * else what the file says.
 * Null where metres could be in any of many systems, or in none: then the user has to say.
 */
export function startSystem(guesses: readonly WeighedGuess[]): CrsChoice | null {
  const [best] = guesses;
  if (!best) return null;
  // Where nothing else is better borne out, a file is taken at its word.
  const said = best.trust === 'open' ? (guesses.find(({ declared }) => declared) ?? best) : best;
  const isDegrees = findCrs(said.crs)?.unit === 'degrees';
  if (said.trust === 'open' && !said.declared && !isDegrees) return null;
  return { crs: said.crs, swapped: said.swapped };
}
