import type { Position } from 'geojson';
import { boundsOf } from '#shared/geo/bounds.ts';
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

/** A typed array with more values at its end. */
function extended<T extends Int32Array | Float64Array | Uint8Array | Int8Array>(
  array: T,
  length: number,
  more: readonly number[],
): T {
  const longer = new (array.constructor as new (length: number) => T)(length + more.length);
  longer.set(array.subarray(0, length));
  longer.set(more, length);
  return longer;
}

/**
 * Packed rings with lines added as one more party at the end: open rings, whose last vertex starts
 * no edge. They are no ground, only edges by which ground is cut.
 * @throws TooWideError when a line leads off the grid, or has a position that is none
 */
export function packLines(rings: CoverageRings, lines: readonly Position[][]): CoverageRings {
  const paths = lines.map((line) => stepsOf(line, rings.grid)).filter((path) => path.length > 1);
  const party = rings.partySign.length;
  const ringCount = rings.ringParty.length;
  const vertices = paths.flat();
  const xs = vertices.map(([x]) => x);
  const ys = vertices.map(([, y]) => y);
  const starts: number[] = [];
  const boxes: number[] = [];
  let at = 0;
  for (const path of paths) {
    boxes.push(...boundsOf(path));
    at += path.length;
    starts.push(rings.x.length + at);
  }
  const rest = paths.map(() => 0);
  return {
    grid: rings.grid,
    x: extended(rings.x, rings.x.length, xs),
    y: extended(rings.y, rings.y.length, ys),
    ringStart: extended(rings.ringStart, ringCount + 1, starts),
    ringParty: extended(
      rings.ringParty,
      ringCount,
      paths.map(() => party),
    ),
    ringPart: extended(rings.ringPart, ringCount, rest),
    ringHole: extended(rings.ringHole, ringCount, rest),
    ringArea: extended(rings.ringArea, ringCount, rest),
    ringBox: extended(rings.ringBox, 4 * ringCount, boxes),
    partyRing: extended(rings.partyRing, party + 1, [ringCount + paths.length]),
    partySign: extended(rings.partySign, party, [1]),
    faults: rings.faults,
  };
}
