import type { Polygon } from 'geojson';
import type { Pace } from '#shared/checks/pace.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { areaBounds, boundsMeet, type Bounds } from '#shared/geo/bounds.ts';
import { differenceOfAreas, intersectAreas } from '#shared/geo/clip.ts';
import type { CoverageFace } from './coverage-faces.ts';

/** Ground known to be under (at least) some zones; pieces may lie over each other. */
export interface Piece {
  polygon: Polygon;
  zoneIds: readonly string[];
}

/** Faces smaller than this (m²) come from rounding in the clipping, not from the data. */
const dustM2 = 1e-7;

interface BoxedPiece extends Piece {
  box: Bounds;
}

function boxed(polygon: Polygon, zoneIds: readonly string[]): BoxedPiece {
  return { polygon, zoneIds, box: areaBounds(polygon) };
}

/**
 * Cuts pieces that lie over each other into faces that do not, each under one set of zones:
 * where pieces of {A, B} and {B, C} meet there will be one face {A, B, C}.
 */
export async function sameSetFaces(
  pieces: readonly Piece[],
  planar: boolean,
  zoneOrder: ReadonlyMap<string, number>,
  pace: Pace,
): Promise<CoverageFace[]> {
  let faces: BoxedPiece[] = [];
  for (const [done, piece] of pieces.entries()) {
    await pace.step(done, pieces.length);
    let rest = [boxed(piece.polygon, piece.zoneIds)];
    const next: BoxedPiece[] = [];
    for (const face of faces) {
      const hits = rest.filter((part) => boundsMeet(part.box, face.box));
      const common = hits
        .flatMap((part) => intersectAreas([part.polygon, face.polygon]))
        .filter((polygon) => areaM2(polygon, planar) > dustM2);
      if (common.length === 0) {
        next.push(face);
        continue;
      }
      const both = [...new Set([...face.zoneIds, ...piece.zoneIds])];
      next.push(...common.map((polygon) => boxed(polygon, both)));
      const without = differenceOfAreas(face.polygon, common);
      next.push(...without.map((polygon) => boxed(polygon, face.zoneIds)));
      rest = rest.flatMap((part) =>
        hits.includes(part)
          ? differenceOfAreas(part.polygon, [face.polygon]).map((p) => boxed(p, piece.zoneIds))
          : [part],
      );
    }
    faces = [...next, ...rest];
  }
  const order = (id: string) => zoneOrder.get(id) ?? 0;
  return faces
    .map(({ polygon, zoneIds }) => ({
      polygon,
      areaM2: areaM2(polygon, planar),
      zoneIds: [...zoneIds].sort((a, b) => order(a) - order(b)),
    }))
    .filter((face) => face.areaM2 > dustM2);
}
