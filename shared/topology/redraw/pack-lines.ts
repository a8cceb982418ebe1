import type { Position } from 'geojson';
import type { CoverageGrid } from '#shared/topology/coverage-grid.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';

/** Vertices of a line as grid steps, without repeated ones. */
function stepsOf(line: readonly Position[], grid: CoverageGrid): [number, number][] {
  const steps: [number, number][] = [];
  for (const [longitude = Number.NaN, latitude = Number.NaN] of line) {
    const x = Math.round(longitude * grid.stepsPerUnit) - grid.offsetX;
    const y = Math.round(latitude * grid.stepsPerUnit) - grid.offsetY;
    if ((x | 0) !== x || (y | 0) !== y) throw new TooWideError(longitude, latitude);
    const last = steps.at(-1);
    if (last?.[0] !== x || last[1] !== y) steps.push([x, y]);
  }
  return steps;
}

/**
 * Packed rings with lines added as one more party at the end: open rings, whose last vertex starts
 * no edge. They are no ground, only edges by which ground is cut.
 * @throws TooWideError when a line leads off the grid, or has a position that is none
 */
export function packLines(rings: CoverageRings, lines: readonly Position[][]): CoverageRings {
  const paths = lines.map((line) => stepsOf(line, rings.grid)).filter((path) => path.length > 1);
  const party = rings.partySign.length;
  const vertices = paths.flat();
  const starts: number[] = [];
  let at = rings.x.length;
  for (const path of paths) {
    at += path.length;
    starts.push(at);
  }
  const boxes = paths.flatMap((path) => {
    const xs = path.map(([x]) => x);
    const ys = path.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  const rest = paths.map(() => 0);
  return {
    grid: rings.grid,
    x: Int32Array.from([...rings.x, ...vertices.map(([x]) => x)]),
    y: Int32Array.from([...rings.y, ...vertices.map(([, y]) => y)]),
    ringStart: Int32Array.from([...rings.ringStart, ...starts]),
    ringParty: Int32Array.from([...rings.ringParty, ...paths.map(() => party)]),
    ringPart: Int32Array.from([...rings.ringPart, ...rest]),
    ringHole: Uint8Array.from([...rings.ringHole, ...rest]),
    ringArea: Float64Array.from([...rings.ringArea, ...rest]),
    ringBox: Int32Array.from([...rings.ringBox.subarray(0, 4 * rings.ringParty.length), ...boxes]),
    partyRing: Int32Array.from([...rings.partyRing, rings.ringParty.length + paths.length]),
    partySign: Int8Array.from([...rings.partySign, 1]),
    faults: rings.faults,
  };
}
