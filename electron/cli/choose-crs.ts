import type { MultiPolygon, Polygon } from 'geojson';
import { crsEvidence } from '#shared/formats/import/crs-evidence.ts';
import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import { guessLayerCrs } from '#shared/formats/import/guess-layer-crs.ts';
import { layerPositions } from '#shared/formats/import/layer-positions.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { findCrs } from '#shared/geo/crs/crs.ts';
import { BadInput } from './bad-input.ts';

/** The system that a layer is read in, and why. */
export interface ChosenCrs extends CrsChoice {
  evidence: Problem[];
  /** Nobody says so: degrees were taken for WGS84. */
  assumed: boolean;
}

/**
 * The system of a layer: the best guess where something speaks for it; degrees are taken for WGS84
 * when nothing does. @throws BadInput when metres could be in any of many systems
 */
export async function chooseCrs(
  layer: SourceLayer,
  file: string,
  reference: readonly (Polygon | MultiPolygon)[],
): Promise<ChosenCrs> {
  const positions = layerPositions(layer);
  const none: ChosenCrs = { crs: 'EPSG:4326', swapped: false, evidence: [], assumed: false };
  if (positions.length === 0) return none;
  const guesses = await guessLayerCrs(layer, file, reference);
  const [best] = guesses;
  const { crs = '', swapped = false, trust = 'open' } = best ?? {};
  const isDegrees = findCrs(crs)?.unit === 'degrees';
  if (!best || (trust === 'open' && !isDegrees)) {
    const [x = 0, y = 0] = positions[0] ?? [];
    const key = layer.layer === '' ? 'crsNeededOfFile' : 'crsNeeded';
    throw new BadInput(key, { file, layer: layer.layer, x, y });
  }
  return { crs, swapped, evidence: crsEvidence(layer, best, guesses), assumed: trust === 'open' };
}
