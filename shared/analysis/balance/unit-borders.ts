import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import type { Area } from '#shared/model/geometry.ts';
import { liesOn } from '#shared/topology/redraw/on-border.ts';
import { withCorners } from '#shared/topology/redraw/with-corners.ts';
import type { UnitBorder } from './balance-problem.ts';

const metresPerDegree = 111_195;

type Edge = [a: Position, b: Position];

/** Whether a place is near one of some lines. */
function nearness(lines: readonly Position[][], reachM: number): (at: Position) => boolean {
  const edges: Edge[] = lines.flatMap((line) => line.slice(1).map((at, i): Edge => [line[i]!, at]));
  if (edges.length === 0) return () => false;
  const index = new Flatbush(edges.length);
  for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of edges) {
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return (at) => {
    const [x = 0, y = 0] = at;
    const north = reachM / metresPerDegree;
    const east = north / Math.max(0.01, Math.cos((y * Math.PI) / 180));
    const plane = localMetres(at, false);
    return index.search(x - east, y - north, x + east, y + north).some((i) => {
      const [a, b] = edges[i]!;
      return pointSegmentDistance([0, 0], plane.to(a), plane.to(b)) <= reachM;
    });
  };
}

/** Areas with the corners that their neighbours have on their straight borders. */
function fitted(areas: readonly Area[]): Area[] {
  const boxes = areas.map((area) => areaBounds(area));
  if (areas.length === 0) return [];
  const index = new Flatbush(areas.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  const margin = fromGrid(2);
  return areas.map((area, i) => {
    const [west, south, east, north] = boxes[i]!;
    const near = index
      .search(west - margin, south - margin, east + margin, north + margin)
      .filter((j) => j !== i)
      .flatMap((j) => polygonsOf(areas[j]!).flat(2));
    const inBox = near.filter(
      ([x = 0, y = 0]) =>
        x >= west - margin && x <= east + margin && y >= south - margin && y <= north + margin,
    );
    return withCorners(area, inBox);
  });
}

/**
 * The common borders of areas, by their numbers, with their lengths; where areas touch in a point only there
 * is none. A border is a barrier when half of its length runs no farther than `barrierReachM` metres from one
 * of the `barriers`, and locked when any of it lies on one of the `locked` lines. Degrees, on the grid.
 */
export function unitBorders(
  areas: readonly Area[],
  barriers: readonly Position[][],
  locked: readonly Position[][],
  barrierReachM = 20,
): UnitBorder[] {
  const owner = new Map<string, number>();
  const found = new Map<string, UnitBorder & { barrierM: number }>();
  const isNear = nearness(barriers, barrierReachM);
  for (const [number, area] of fitted(areas).entries()) {
    for (const ring of polygonsOf(area).flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [p, q] = [ring[i - 1]!, ring[i]!];
        const isForward = p[0]! < q[0]! || (p[0] === q[0] && p[1]! < q[1]!);
        const key = isForward
          ? `${p[0]},${p[1]} ${q[0]},${q[1]}`
          : `${q[0]},${q[1]} ${p[0]},${p[1]}`;
        const other = owner.get(key);
        if (other === undefined) {
          owner.set(key, number);
          continue;
        }
        if (other === number) continue;
        const pair = `${other} ${number}`;
        const border = found.get(pair) ?? {
          a: other,
          b: number,
          lengthM: 0,
          barrierM: 0,
          isBarrier: false,
          isLocked: false,
        };
        found.set(pair, border);
        const length = distanceM(p, q);
        border.lengthM += length;
        const middle = [(p[0]! + q[0]!) / 2, (p[1]! + q[1]!) / 2];
        if (isNear(middle)) border.barrierM += length;
        border.isLocked ||= locked.some((line) => liesOn([p, q], line));
      }
    }
  }
  return [...found.values()].map(({ barrierM, ...border }) => ({
    ...border,
    isBarrier: barrierM * 2 >= border.lengthM && barrierM > 0,
  }));
}
