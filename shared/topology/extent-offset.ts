import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import type { CoverageGrid } from './coverage-grid.ts';
import type { LayerOffset } from './layer-offset.ts';
import type { PackedCoverage } from './packed-coverage.ts';

/** Metres by which a border drawn carelessly may differ; more is another system. */
const leastOffsetM = 0.3;
/** Share of the boundary's corners that the zones must have at the offset. */
const leastShare = 0.6;

type Box = [number, number, number, number];
type Sides = readonly [number, number, number, number];

/** Smallest box around the rings from `first` to before `end`, in steps. */
function boxOf(ringBox: Int32Array, first: number, end: number): Box {
  let [left, bottom, right, top]: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let r = first; r < end; r++) {
    if (ringBox[4 * r]! < left) left = ringBox[4 * r]!;
    if (ringBox[4 * r + 1]! < bottom) bottom = ringBox[4 * r + 1]!;
    if (ringBox[4 * r + 2]! > right) right = ringBox[4 * r + 2]!;
    if (ringBox[4 * r + 3]! > top) top = ringBox[4 * r + 3]!;
  }
  return [left, bottom, right, top];
}

/** Metres of a step to the east and to the north at the outline. */
function metresPerStep(grid: CoverageGrid, outline: Sides): [number, number] {
  const ky = (grid.planar ? 1 : radiansPerDegree * earthRadiusM) / grid.stepsPerUnit;
  const latitude = ((outline[1] + grid.offsetY) / grid.stepsPerUnit) * radiansPerDegree;
  return [grid.planar ? ky : ky * Math.cos(latitude), ky];
}

/** By how much the sides of the zones' box lie off the outline's, if alike; in steps. */
function offsetOfSides(
  zones: Sides,
  outline: Sides,
  grid: CoverageGrid,
): { dx: number; dy: number; bearable: number } | null {
  const [kx, ky] = metresPerStep(grid, outline);
  const [west = 0, south = 0, east = 0, north = 0] = zones.map((side, i) => side - outline[i]!);
  const dx = (west + east) / 2;
  const dy = (south + north) / 2;
  const distance = Math.hypot(dx * kx, dy * ky);
  if (distance < leastOffsetM) return null;
  const bearable = Math.min(leastOffsetM / 2 + distance / 100, distance / 4);
  if (Math.abs(east - west) * kx > bearable || Math.abs(north - south) * ky > bearable) return null;
  return { dx, dy, bearable };
}

/** Whether {@link extentOffset} may find one, by the boxes of zones and outline alone, in steps. */
export function mayBeShifted(zones: Sides, outline: Sides, grid: CoverageGrid): boolean {
  return offsetOfSides(zones, outline, grid) !== null;
}

/**
 * Looks for an offset where the boundary has too few edges to compare, as a rectangle has that the
 * zones' corners divide: all four sides of the zones' extent must lie off the boundary's alike, and
 * the zones must have corners where the boundary's corners come to lie.
 */
export function extentOffset(coverage: PackedCoverage): LayerOffset | null {
  const { rings, bounded, boundaryParty, zoneIds } = coverage;
  const { x, y, ringStart, ringBox, partyRing, grid } = rings;
  const zoneEnd = partyRing[zoneIds.length]!;
  const first = partyRing[boundaryParty]!;
  const end = partyRing[boundaryParty + 1] ?? first;
  if (!bounded || zoneEnd === 0 || first === end) return null;
  const zones = boxOf(ringBox, 0, zoneEnd);
  const outline = boxOf(ringBox, first, end);
  const shift = offsetOfSides(zones, outline, grid);
  if (!shift) return null;
  const { dx, dy, bearable } = shift;
  const [kx, ky] = metresPerStep(grid, outline);

  const size = Math.max(1, bearable / ky);
  const cells = new Set<string>();
  for (let v = 0; v < ringStart[zoneEnd]!; v++) {
    cells.add(`${Math.floor(x[v]! / size)},${Math.floor(y[v]! / size)}`);
  }
  let found = 0;
  let asked = 0;
  for (let r = first; r < end; r++) {
    for (let v = ringStart[r]!; v < ringStart[r + 1]! - 1; v++) {
      const i = Math.floor((x[v]! + dx) / size);
      const j = Math.floor((y[v]! + dy) / size);
      const near = [-1, 0, 1].some((a) => [-1, 0, 1].some((b) => cells.has(`${i + a},${j + b}`)));
      asked++;
      if (near) found++;
    }
  }
  const share = found / asked;
  return share < leastShare ? null : { eastM: dx * kx, northM: dy * ky, share };
}
