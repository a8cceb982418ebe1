import type { Position } from 'geojson';
import type { DraftFinding } from '#shared/checks/finding.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import { toPolygons } from '#shared/geo/clip.ts';
import type { CoverageArea, Ground } from './coverage-faces.ts';

/** A ring as text, the same wherever it starts. Its direction is given by {@link Ground}. */
function ringKey(ring: readonly Position[]): string {
  const corners = ring.slice(1).map(String);
  const least = corners.reduce((best, corner, i) => (corner < (corners[best] ?? '') ? i : best), 0);
  return [...corners.slice(least), ...corners.slice(0, least)].join(' ');
}

function groundKey(ground: Ground): string {
  const polygons = polygonsOf(ground).map(([outer = [], ...holes]) =>
    [ringKey(outer), ...holes.map(ringKey).sort()].join('|'),
  );
  return polygons.sort().join('&');
}

/**
 * Zones that have exactly the ground of another one. Only the first of them takes part in the
 * coverage, or the whole zone would be an overlap besides. `alike` says which zones may stand on
 * the same ground: zones of the same key may not.
 */
export function findDuplicates<A extends CoverageArea>(
  zones: readonly A[],
  alike: (zone: A) => string,
): { kept: A[]; groups: A[][] } {
  const groups = new Map<string, A[]>();
  for (const zone of zones) {
    const key = `${alike(zone)}#${groundKey(zone.geometry)}`;
    const group = groups.get(key);
    if (group) group.push(zone);
    else groups.set(key, [zone]);
  }
  const lists = [...groups.values()];
  const kept = new Set(lists.map(([first]) => first));
  return {
    kept: zones.filter((zone) => kept.has(zone)),
    groups: lists.filter((list) => list.length > 1),
  };
}

/** The same ground entered as a zone twice or more. */
export function duplicateFinding(
  group: readonly CoverageArea[],
  nameOf: (id: string) => string,
  planar: boolean,
): DraftFinding {
  const geometry = group[0]?.geometry ?? { type: 'MultiPolygon', coordinates: [] };
  const parts = toPolygons(geometry).sort((a, b) => areaM2(b, planar) - areaM2(a, planar));
  const widest = widestPlace(parts[0] ?? { type: 'Polygon', coordinates: [] }, planar);
  const ids = group.map(({ id }) => id);
  return {
    rule: 'duplicate',
    severity: 'error',
    recordIds: ids,
    areaM2: areaM2(geometry, planar),
    widthM: widest.widthM,
    lengthM: null,
    at: widest.at,
    geometry,
    message: {
      key: 'duplicate',
      params: { names: ids.map(nameOf).join('、'), n: ids.length },
    },
  };
}
