import { difference, feature, featureCollection, intersect, union } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { CoverageQuestion } from '#shared/topology/packed-coverage.ts';

type Ground = Polygon | MultiPolygon;

function partsOf(ground: Ground): Position[][][] {
  return ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
}

/** Shoelace area of a polygon in the units of its coordinates. */
export function planeArea(rings: readonly Position[][]): number {
  return rings.reduce((sum, ring, n) => {
    let twice = 0;
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]! as [number, number];
      const [bx, by] = ring[i]! as [number, number];
      twice +=
        (ax - ring[0]![0]!) * (by - ring[0]![1]!) - (ay - ring[0]![1]!) * (bx - ring[0]![0]!);
    }
    return sum + (n === 0 ? Math.abs(twice) : -Math.abs(twice)) / 2;
  }, 0);
}

function both(a: Ground, b: Ground): Ground | null {
  return intersect(featureCollection([feature(a), feature(b)]))?.geometry ?? null;
}

function without(a: Ground, b: Ground | null): Ground | null {
  if (b === null) return a;
  return difference(featureCollection([feature(a), feature(b)]))?.geometry ?? null;
}

function together(grounds: readonly Ground[]): Ground | null {
  if (grounds.length < 2) return grounds[0] ?? null;
  return union(featureCollection(grounds.map((ground) => feature(ground))))?.geometry ?? null;
}

/**
 * What Turf says of a coverage, by cutting everything with everything: the area of each
 * kind of defect by the zones concerned, `kind zoneIds: area`. Slow, and written without knowledge
 * of the engine. Parts under `least` are left out.
 *
 * Parts are not counted: where two meet in one point only, Turf's rings may hold them together.
 */
export function witnessFaces(question: CoverageQuestion, least: number): Map<string, number> {
  // Ground by the set of zones over it.
  let cells: { ids: string[]; ground: Ground }[] = [];
  for (const { id, geometry } of question.zones) {
    const next: typeof cells = [];
    let rest: Ground | null = geometry;
    for (const cell of cells) {
      const shared = both(cell.ground, geometry);
      if (shared === null) {
        next.push(cell);
        continue;
      }
      next.push({ ids: [...cell.ids, id], ground: shared });
      const remaining = without(cell.ground, geometry);
      if (remaining !== null) next.push({ ids: cell.ids, ground: remaining });
      rest = rest === null ? null : without(rest, cell.ground);
    }
    if (rest !== null) next.push({ ids: [id], ground: rest });
    cells = next;
  }
  const found = new Map<string, number>();
  const bySet = new Map<string, Ground[]>();
  for (const { ids, ground } of cells) {
    const key = ids.join();
    bySet.set(key, [...(bySet.get(key) ?? []), ground]);
  }
  function report(kind: string, ids: string, ground: Ground | null): void {
    if (ground === null) return;
    const areas = partsOf(ground)
      .map(planeArea)
      .filter((area) => area > least);
    if (areas.length > 0)
      found.set(
        `${kind} ${ids}`,
        areas.reduce((a, b) => a + b),
      );
  }
  for (const [ids, grounds] of bySet) {
    const ground = together(grounds);
    if (ground === null) continue;
    if (ids.includes(',')) report('overlap', ids, ground);
    if (question.boundary !== null) report('outside', ids, without(ground, question.boundary));
  }
  const covered = together(
    [...question.zones, ...question.exceptions].map((part) => part.geometry),
  );
  if (question.boundary !== null) {
    report('gap', '', without(question.boundary, covered));
  } else if (covered !== null) {
    const holes = partsOf(covered).flatMap((rings) => rings.slice(1).map((ring) => [ring]));
    const inHoles =
      holes.length === 0 ? null : without({ type: 'MultiPolygon', coordinates: holes }, covered);
    report('gap', '', inHoles);
  }
  return found;
}
