import type { Position } from 'geojson';
import { snapDegrees } from '#shared/geo/grid.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import { RowRefused } from './plan.ts';

/**
 * The position that a base or an address means: a point of that name, code or address, else the middle
 * of the community, zone or street called so.
 * @throws RowRefused when nothing, or more than one, is meant
 */
export function namedPlace(draft: ImportDraft, text: string): LonLat {
  const place = text.slice(0, 60);
  const points = draft.lookup('point', text);
  const key = lookupKey(text);
  const found =
    points.length > 0
      ? points
      : draft.all('point').filter(({ address }) => lookupKey(address) === key);
  if (found.length > 1) throw new RowRefused('placeAmbiguous', { place, count: found.length });
  const [point] = found;
  if (point) return point.position;
  for (const kind of ['zone', 'community', 'street'] as const) {
    const areas = draft.lookup(kind, text);
    if (areas.length > 1) throw new RowRefused('placeAmbiguous', { place, count: areas.length });
    const [area] = areas;
    const at = area && middleOf(area.geometry);
    if (at) return at;
  }
  throw new RowRefused('placeUnknown', { place });
}

function middleOf(geometry: Area | Zone['geometry']): LonLat | null {
  let at: Position | null | undefined;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') at = innerPlace(geometry);
  else if (geometry.type === 'Point') at = geometry.coordinates;
  else {
    const line =
      geometry.type === 'LineString' ? geometry.coordinates : (geometry.coordinates[0] ?? []);
    at = line[Math.floor(line.length / 2)];
  }
  return at ? [snapDegrees(at[0] ?? 0), snapDegrees(at[1] ?? 0)] : null;
}
