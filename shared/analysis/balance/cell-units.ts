import type { Position } from 'geojson';
import { areaBounds } from '#shared/geo/bounds.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Area } from '#shared/model/geometry.ts';
import { divideGround } from '#shared/topology/redraw/divide-ground.ts';

/** More would take minutes, and be finer than anybody walks. */
const mostCells = 20_000;

/**
 * Ground cut into cells of `sizeM` by `sizeM` metres along lines of longitude and latitude, for units of a
 * balanced division where there are none: 100 m makes cells of 10,000 m², as city grids have them
 * (GB/T 30428). Cells at the rim are cut by it, and those that a barrier runs through by the barrier, so that
 * none lies on both sides. Null when there would be more than 20,000.
 */
export function cellUnits(
  ground: Area,
  sizeM: number,
  barriers: readonly Position[][] = [],
): Area[] | null {
  const [west, south, east, north] = areaBounds(ground);
  const plane = localMetres([(west + east) / 2, (south + north) / 2], false);
  const [x0 = 0, y0 = 0] = plane.to([west, south]);
  const [x1 = 0, y1 = 0] = plane.to([east, north]);
  const columns = Math.ceil((x1 - x0) / sizeM);
  const rows = Math.ceil((y1 - y0) / sizeM);
  if (!(sizeM > 0) || columns * rows > mostCells) return null;
  const upright = (i: number): Position[] =>
    [y0 - sizeM, y1 + sizeM].map((y) => plane.from([x0 + i * sizeM, y]));
  const level = (j: number): Position[] =>
    [x0 - sizeM, x1 + sizeM].map((x) => plane.from([x, y0 + j * sizeM]));
  const lines = [
    ...Array.from({ length: columns - 1 }, (_, i) => upright(i + 1)),
    ...Array.from({ length: rows - 1 }, (_, j) => level(j + 1)),
    ...barriers,
  ];
  const { pieces } = divideGround({
    boundary: null,
    zones: [{ id: 'ground', geometry: ground, rank: 0, isFixed: false }],
    exceptions: [],
    planar: false,
    subjectIds: ['ground'],
    includesFree: false,
    lines,
    assign: () => [],
  });
  return pieces.map(({ polygon }) => snapGeometry(polygon) as Area);
}
