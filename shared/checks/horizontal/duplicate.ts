import type { DraftFinding } from '#shared/checks/finding.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { widestPlace } from '#shared/geo/widest-place.ts';
import { toPolygons } from '#shared/geo/clip.ts';
import type { CoverageArea } from './coverage-faces.ts';

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
    fixes: ids.map((zoneId) => ({ kind: 'keep-duplicate', zoneId })),
  };
}
