import type { Polygon, Position } from 'geojson';
import { arrange } from './arrangement.ts';
import { coverageGrid, toPosition } from './coverage-grid.ts';
import { dissolveFaces } from './dissolve-faces.ts';
import { edgesAsSegments, ringEdges } from './edges-as-segments.ts';
import { nodeSegments } from './node-segments.ts';
import { packRings } from './pack-rings.ts';
import { partyLocator } from './party-locator.ts';
import { pointInsideFace } from './point-inside-face.ts';

/** Moving crossings to the grid may make new ones, which are fewer each time. */
const mostPasses = 4;

function unitedOnce(polygons: readonly Polygon[], planar: boolean) {
  const near = planar ? (polygons[0]?.coordinates[0]?.[0] ?? []) : [];
  const grid = coverageGrid(planar, near);
  const rings = packRings(
    polygons.map((geometry) => ({ geometry, sign: 1 })),
    grid,
  );
  const segments = edgesAsSegments(rings, ringEdges(rings, 0, rings.ringParty.length), () => true);
  const arrangement = arrange(segments, nodeSegments(segments));
  const locate = partyLocator(rings);
  const labels = arrangement.winding.map((winding, face) => {
    if (face === 0) return -1;
    const place = pointInsideFace(arrangement, face);
    const covered = place === null ? winding !== 0 : locate(place[0], place[1]).length > 0;
    return covered ? 0 : -1;
  });
  let moved = false;
  const onGrid = (x: number, y: number): Position => {
    moved ||= !Number.isInteger(x) || !Number.isInteger(y);
    return toPosition(grid, Math.round(x), Math.round(y)).map((value) => value + 0);
  };
  const united = dissolveFaces(arrangement, labels, grid).map(
    ({ rings: found }): Polygon => ({
      type: 'Polygon',
      coordinates: found.map(({ x, y }) => Array.from(x, (_, i) => onGrid(x[i]!, y[i]!))),
    }),
  );
  return { united, moved };
}

/**
 * Ground under at least one of the polygons, one polygon for each connected piece (pieces that touch
 * in a point only stay apart), every position on the grid. Rings may cross and nest wrongly: a polygon
 * covers what its outer ring goes round and no hole does. Exact but for crossings, which are moved
 * to the grid. Positions are in degrees, or in metres when `planar`.
 * @throws TooWideError when the data is too wide for the grid (2,147 km on a plane).
 */
export function unionGround(polygons: readonly Polygon[], planar: boolean): Polygon[] {
  let { united, moved } = unitedOnce(polygons, planar);
  for (let pass = 1; moved && pass < mostPasses; pass++) {
    ({ united, moved } = unitedOnce(united, planar));
  }
  return united;
}
