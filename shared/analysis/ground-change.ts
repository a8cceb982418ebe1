import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { type CoverageRegion, coverageFaces } from '#shared/topology/coverage-faces.ts';
import type { Polygon } from 'geojson';

/** Ground that came to somebody or went from them, in pieces that do not overlap. */
export interface GroundChange {
  gained: Polygon[];
  lost: Polygon[];
}

/** What the rounding of a corner to the grid may move, in m²: nothing that anybody would see. */
const noiseM2 = 0.01;

const piecesOf = (regions: readonly CoverageRegion[]): Polygon[] =>
  regions.filter(({ areaM2 }) => areaM2 > noiseM2).map(({ polygon }) => polygon);

/**
 * How ground changes from one shape to another, exact on the grid; [longitude, latitude] in degrees,
 * null for no ground. Costs one pass over both, and more only where they differ.
 */
export function groundChange(before: Area | null, after: Area | null): GroundChange {
  if (!before || !after) return { gained: partsOf(after), lost: partsOf(before) };
  const { gaps, outside } = coverageFaces({
    boundary: before,
    zones: [{ id: 'after', geometry: after }],
    exceptions: [],
    planar: false,
  });
  return { gained: piecesOf(outside), lost: piecesOf(gaps) };
}

function partsOf(area: Area | null): Polygon[] {
  return area ? polygonsOf(area).map((coordinates) => ({ type: 'Polygon', coordinates })) : [];
}
