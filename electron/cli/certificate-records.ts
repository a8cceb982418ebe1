import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { layerIds } from '#shared/formats/layer-ids.ts';
import {
  areasByFeature,
  boundaryFrom,
  type FromFile,
  ownName,
  zonesFrom,
} from './check-records.ts';
import { textOf } from './feature-text.ts';
import type { FileFeature } from './parse-features.ts';

export type Layer = 'district' | 'zones' | 'exceptions';

/**
 * Features of one layer: a file with several layers names each feature's in its property `layer`,
 * as the app's own export does; of any other file all features are meant.
 */
export function layerOf(features: readonly FileFeature[], layer: Layer): readonly FileFeature[] {
  const known: readonly unknown[] = layerIds;
  const layered = features.some(({ properties }) => known.includes(properties['layer']));
  return layered ? features.filter(({ properties }) => properties['layer'] === layer) : features;
}

/**
 * Zones of a file, with the ids it gives them where these tell all of them apart. `left` are the
 * features that are none. @throws BadInput when there are none, or a measure is none
 */
export function certifiedZones(from: FromFile): { zones: Zone[]; left: Set<number> } {
  const { zones, left } = zonesFrom(from);
  const ids = from.features
    .filter(({ number }, i) => !left.has(number) && from.features[i - 1]?.number !== number)
    .map((feature) => textOf(feature, 'id'));
  const distinct = ids.length === zones.length && new Set(ids.filter(Boolean)).size === ids.length;
  return {
    zones: distinct ? zones.map((zone, i) => ({ ...zone, id: ids[i] ?? '' })) : zones,
    left,
  };
}

/** The boundary with the name and code that its first feature tells. @throws BadInput */
export function certifiedBoundary(from: FromFile): {
  id: string;
  name: string;
  ownName: string | null;
  code: string;
  geometry: Area;
} {
  const boundary = boundaryFrom(from);
  const [[first] = []] = areasByFeature(from);
  const own = first ? ownName(first, from.nameProperty) : null;
  return {
    ...boundary,
    ownName: own,
    code: first && textOf(first, 'code') !== own ? textOf(first, 'code') : '',
  };
}
