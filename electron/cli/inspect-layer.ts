import type { MultiPolygon, Polygon } from 'geojson';
import { crsEvidence } from '#shared/formats/import/crs-evidence.ts';
import { guessLayerCrs } from '#shared/formats/import/guess-layer-crs.ts';
import { describeTable } from '#shared/formats/mapping/describe-table.ts';
import { proposeMapping, proposeTarget } from '#shared/formats/mapping/propose-mapping.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import type { CrsGuess } from '#shared/geo/crs/guess-crs.ts';

/** A system that a layer may be in, with what speaks for it. */
export type WeighedGuess = CrsGuess & { evidence: Problem[] };

/** What is known of a layer, for both forms of the answer. */
export interface InspectedLayer {
  layer: SourceLayer;
  counts: Record<'area' | 'line' | 'point', number> & { unreadable: number };
  hasPositions: boolean;
  /** The likeliest first, few. */
  guesses: WeighedGuess[];
  /** How many systems the numbers could be in. */
  guessCount: number;
  target: string | null;
  fields: Record<string, string>;
}

const shownGuesses = 3;

export async function inspectLayer(
  layer: SourceLayer,
  file: string,
  reference: readonly (Polygon | MultiPolygon)[],
): Promise<InspectedLayer> {
  const description = describeTable(layer);
  const guesses = await guessLayerCrs(layer, file, reference);
  const target = proposeTarget(description, false);
  const mapping = target && proposeMapping(description, target, '');
  const { area, line, point } = description.families;
  const { longitude, latitude } = mapping?.columns ?? {};
  return {
    layer,
    counts: { area, line, point, unreadable: description.unreadable },
    hasPositions: area + line + point > 0 || (longitude !== undefined && latitude !== undefined),
    guesses: guesses
      .slice(0, shownGuesses)
      .map((guess) => ({ ...guess, evidence: crsEvidence(layer, guess, guesses) })),
    guessCount: guesses.length,
    target,
    fields: mapping?.columns ?? {},
  };
}
