import type { MultiPolygon, Polygon } from 'geojson';
import { type WeighedGuess, weighGuesses } from '#shared/formats/import/weigh-guesses.ts';
import { describeTable } from '#shared/formats/mapping/describe-table.ts';
import { proposeMapping, proposeTarget } from '#shared/formats/mapping/propose-mapping.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';

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

export async function inspectLayer(
  layer: SourceLayer,
  file: string,
  reference: readonly (Polygon | MultiPolygon)[],
): Promise<InspectedLayer> {
  const description = describeTable(layer);
  const { guesses, guessCount } = await weighGuesses(layer, file, reference);
  const target = proposeTarget(description, false);
  const mapping = target && proposeMapping(description, target, '');
  const { area, line, point } = description.families;
  const { longitude, latitude } = mapping?.columns ?? {};
  return {
    layer,
    counts: { area, line, point, unreadable: description.unreadable },
    hasPositions: area + line + point > 0 || (longitude !== undefined && latitude !== undefined),
    guesses,
    guessCount,
    target,
    fields: mapping?.columns ?? {},
  };
}
