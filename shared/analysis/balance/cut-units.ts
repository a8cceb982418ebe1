import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { compactnessOf } from '#shared/analysis/compactness.ts';
import { areaBounds, boundsOf } from '#shared/geo/bounds.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Area } from '#shared/model/geometry.ts';
import { type CutPiece, divideGround } from '#shared/topology/redraw/divide-ground.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';
import { RepairRefused } from '#shared/topology/repair/repair-question.ts';
import type { GroundQuestion } from './ground-problem.ts';
import { unitBorders } from './unit-borders.ts';

type Units = GroundQuestion['units'];

/**
 * Mean breadth of some ground in metres, twice its area by its perimeter: that of a belt much longer than broad
 * is its breadth. The perimeter follows from the compactness, 4πA / P².
 */
function breadthM({ polygon, areaM2 }: CutPiece): number {
  return Math.sqrt((areaM2 * compactnessOf(polygon).polsbyPopper) / Math.PI);
}

/**
 * For each piece the unit it belongs to: broad pieces are units of their own where a unit has several, and
 * slivers go to the one that they border on most. Null for what stays as it is.
 */
function unitOfPieces(pieces: readonly CutPiece[], leastBreadthM: number): (string | null)[] {
  const units: (string | null)[] = pieces.map(() => null);
  const byUnit = Map.groupBy(pieces.keys(), (i) => pieces[i]!.ownerIds[0]);
  for (const [unitId, numbers] of byUnit) {
    const broad = numbers.filter((i) => breadthM(pieces[i]!) > leastBreadthM);
    if (unitId === undefined || broad.length < 2) continue;
    for (const [n, i] of broad.entries()) units[i] = n === 0 ? unitId : `${unitId} ${n + 1}`;
    const borders = unitBorders(
      numbers.map((i) => pieces[i]!.polygon as Area),
      [],
      [],
    ).toSorted((a, b) => b.lengthM - a.lengthM);
    for (const i of numbers) {
      if (units[i] !== null) continue;
      const longest = borders
        .filter(({ a, b }) => numbers[a] === i || numbers[b] === i)
        .map(({ a, b }) => (numbers[a] === i ? numbers[b]! : numbers[a]!))
        .find((other) => broad.includes(other));
      units[i] = units[longest ?? broad[0]!] ?? null;
    }
  }
  return units;
}

/** The units that some edge of a barrier comes near. */
function unitsNear(units: Units, barriers: readonly Position[][]): Units {
  const edges = barriers.flatMap((line) => line.slice(1).map((at, i) => boundsOf([line[i]!, at])));
  if (edges.length === 0) return [];
  const index = new Flatbush(edges.length);
  for (const box of edges) index.add(...box);
  index.finish();
  return units.filter(({ geometry }) => index.search(...areaBounds(geometry)).length > 0);
}

/**
 * Units of a balanced division that others have drawn (communities, base units), cut along the barriers that run
 * through them, so that none lies on both sides. Where a barrier only runs along a border, no farther from it
 * than `reachM` metres, and where a unit's own rings are broken, it stays whole. Degrees, on the grid.
 */
export function cutUnits(units: Units, barriers: readonly Position[][], reachM: number): Units {
  const zones = units.map((unit) => ({ ...unit, rank: 0, isFixed: false }));
  const subjects = new Set(unitsNear(units, barriers).map(({ id }) => id));
  while (subjects.size > 0) {
    try {
      const { grounds, owners } = divideGround({
        boundary: null,
        zones,
        exceptions: [],
        planar: false,
        subjectIds: [...subjects],
        includesFree: false,
        lines: barriers,
        assign: (pieces) => unitOfPieces(pieces, reachM),
      });
      const ids = new Set([...zones.map(({ id }) => id), ...owners.filter((id) => id !== null)]);
      const before = new Map(units.map(({ id, geometry }) => [id, geometry]));
      return [...ids].flatMap((id) => {
        const geometry = grounds.has(id) ? grounds.get(id) : before.get(id);
        return geometry ? [{ id, geometry: snapGeometry(geometry) as Area }] : [];
      });
    } catch (error) {
      // Whoever adopts a division of ground that is too wide will be told.
      if (error instanceof TooWideError) return units;
      if (!(error instanceof RepairRefused)) throw error;
      // One that cannot be cut is left out; without knowing which, all are.
      if (error.zoneId === null || !subjects.delete(error.zoneId)) return units;
    }
  }
  return units;
}
