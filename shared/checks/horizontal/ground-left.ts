import type { MultiPolygon, Polygon } from 'geojson';
import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import { type Defect, defectOf, isGridNoise } from './defect.ts';

export interface KnownGround {
  geometry: Polygon | MultiPolygon;
  bounds: Bounds;
}

/** Polygons of findings, to be looked at again and again. */
export function knownGround(geometry: Polygon | MultiPolygon): KnownGround {
  return { geometry, bounds: areaBounds(geometry) };
}

/**
 * What is left of a defect beside ground that was reported before: none, itself, or its pieces but
 * for those that are noise.
 */
export function groundLeft(
  defect: Defect,
  known: readonly KnownGround[],
  planar: boolean,
  isNoise: (piece: Defect) => boolean,
): Defect[] {
  const bounds = areaBounds(defect.face.polygon);
  const near = known.filter((other) => boundsMeet(bounds, other.bounds));
  if (near.length === 0) return [defect];
  const { gaps } = coverageFaces({
    boundary: defect.face.polygon,
    zones: near.map(({ geometry }, i) => ({ id: String(i), geometry })),
    exceptions: [],
    planar,
  });
  const left = gaps.reduce((sum, gap) => sum + gap.areaM2, 0);
  if (left >= defect.face.areaM2 * (1 - 1e-6)) return [defect];
  return (
    gaps
      .map(({ polygon, areaM2 }) => {
        const { kind, zoneIds, atBoundary, alongBoundary } = defect;
        const face = {
          ...defect.face,
          polygon,
          areaM2,
          besideIds: zoneIds,
          atBoundary,
          atException: false,
          boundaryM: 0,
        };
        return { ...defectOf(kind, face, planar), zoneIds, alongBoundary };
      })
      // Nobody drew the borders along which known ground is cut out: they are where the grid has them.
      .filter((piece) => !isGridNoise(piece, planar) && !isNoise(piece))
  );
}
