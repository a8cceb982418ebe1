import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { type CoverageRegion, coverageFaces } from '#shared/topology/coverage-faces.ts';
import type { Polygon } from 'geojson';

/** Ground that came to somebody or went from them, in pieces that do not overlap. */
export interface GroundChange {
  gained: GroundPiece[];
  lost: GroundPiece[];
}

export interface GroundPiece {
  polygon: Polygon;
  areaM2: number;
}

/** What the rounding of a corner to the grid may move, in m²: nothing that anybody would answer for. */
const noiseM2 = 0.01;

const piecesOf = (regions: readonly CoverageRegion[]): GroundPiece[] =>
  regions
    .filter(({ areaM2 }) => areaM2 > noiseM2)
    .map(({ polygon, areaM2 }) => ({ polygon, areaM2 }));

/** What is over an area at least once, as the engine sees ground without a boundary. */
function wholeOf(area: Area): GroundPiece[] {
  const empty: Area = { type: 'MultiPolygon', coordinates: [] };
  const parts = polygonsOf(area).map((coordinates, i) => ({
    id: String(i),
    geometry: { type: 'Polygon' as const, coordinates },
  }));
  return piecesOf(
    coverageFaces({ boundary: empty, zones: parts, exceptions: [], planar: false }).outside,
  );
}

/**
 * How ground changes from one shape to another, exact on the grid; [longitude, latitude] in degrees,
 * null for no ground. Only the edges that differ cost time beyond one pass. Rings need not be valid.
 */
export function groundChange(before: Area | null, after: Area | null): GroundChange {
  if (!before || !after) {
    return { gained: after ? wholeOf(after) : [], lost: before ? wholeOf(before) : [] };
  }
  const { gaps, outside } = coverageFaces({
    boundary: before,
    zones: [{ id: 'after', geometry: after }],
    exceptions: [],
    planar: false,
  });
  return { gained: piecesOf(outside), lost: piecesOf(gaps) };
}
