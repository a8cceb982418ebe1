import type { MultiPolygon, Polygon } from 'geojson';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { type CrsGuess, guessCrs } from '#shared/geo/crs/guess-crs.ts';
import { crsHints } from './crs-hints.ts';
import { layerPositions } from './layer-positions.ts';

/**
 * Systems that a layer's positions may be in, the best first, from what its file declares, what its
 * names and headings say, the size of the numbers, and where they come to lie on `reference` (areas
 * in WGS84: the district's outline, else other layers).
 */
export function guessLayerCrs(
  layer: SourceLayer,
  file: string,
  reference: readonly (Polygon | MultiPolygon)[],
): Promise<CrsGuess[]> {
  return guessCrs(layerPositions(layer), {
    declared: layer.crs?.id ?? null,
    hinted: crsHints([...layer.columns, layer.layer, file]),
    reference,
  });
}
