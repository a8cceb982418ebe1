import type { MultiPolygon, Polygon } from 'geojson';
import type { Problem } from '#shared/formats/source/problem.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import type { CrsGuess } from '#shared/geo/crs/guess-crs.ts';
import { crsEvidence } from './crs-evidence.ts';
import { guessLayerCrs } from './guess-layer-crs.ts';

/** A system that a layer may be in, with what speaks for it. */
export type WeighedGuess = CrsGuess & { evidence: Problem[] };

/** Guesses worth showing. */
const shown = 3;

/** The likeliest systems of a layer, the best first, each with its evidence; and how many there are. */
export async function weighGuesses(
  layer: SourceLayer,
  file: string,
  reference: readonly (Polygon | MultiPolygon)[],
): Promise<{ guesses: WeighedGuess[]; guessCount: number }> {
  const all = await guessLayerCrs(layer, file, reference);
  const guesses = all
    .slice(0, shown)
    .map((guess) => ({ ...guess, evidence: crsEvidence(layer, guess, all) }));
  return { guesses, guessCount: all.length };
}
