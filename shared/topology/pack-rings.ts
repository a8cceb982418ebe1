import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { CoverageGrid } from './coverage-grid.ts';
import type { CoverageRings, RingFault } from './coverage-rings.ts';
import { orientation } from './orientation.ts';
import { ringArea } from './ring-area.ts';
import { TooWideError } from './too-wide-error.ts';

/** A zone or exception (sign +1) or the boundary (sign -1). */
export interface PartyGeometry {
  geometry: Polygon | MultiPolygon;
  sign: 1 | -1;
}

const stepLimit = 2 ** 31 - 1;

function polygonsOf(geometry: Polygon | MultiPolygon): readonly Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** A ring as it was written; one object serves all rings. */
interface WrittenRing {
  /** Number of the vertex after its last one. */
  end: number;
  /** Whether positions had to be left out. */
  bad: boolean;
  /** Twice its area in square steps, closed or not, counter-clockwise positive. */
  twice: number;
}

/**
 * Writes the ring's vertices from `at` on, without repeated ones, and its box. Everything about a
 * vertex is done while it is at hand: reading positions is what packing takes its time for.
 */
function writeRing(
  ring: readonly Position[],
  grid: CoverageGrid,
  x: Int32Array,
  y: Int32Array,
  at: number,
  box: Int32Array,
  boxAt: number,
  written: WrittenRing,
): void {
  const { stepsPerUnit, offsetX, offsetY } = grid;
  let end = at;
  let bad = false;
  // No step: no first vertex repeats it.
  let lastX = 2 ** 31;
  let lastY = 2 ** 31;
  let minX = stepLimit;
  let minY = stepLimit;
  let maxX = -stepLimit;
  let maxY = -stepLimit;
  let firstX = 0;
  let firstY = 0;
  let ax = 0;
  let ay = 0;
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const position = ring[i]!;
    // Rounded as Math.round does, which branches: half of all branches would be foretold wrongly.
    const stepX = Math.floor(position[0]! * stepsPerUnit + 0.5) - offsetX;
    const stepY = Math.floor(position[1]! * stepsPerUnit + 0.5) - offsetY;
    const sx = stepX | 0;
    const sy = stepY | 0;
    // Not so for NaN and for what is out of reach, be it of the numbers themselves.
    if (sx === stepX && sy === stepY) {
      if (sx === lastX && sy === lastY) continue;
      if (end === at) {
        firstX = sx;
        firstY = sy;
      }
      const bx = sx - firstX;
      const by = sy - firstY;
      twice += ax * by - ay * bx;
      ax = bx;
      ay = by;
      x[end] = sx;
      y[end] = sy;
      lastX = sx;
      lastY = sy;
      if (sx < minX) minX = sx;
      if (sx > maxX) maxX = sx;
      if (sy < minY) minY = sy;
      if (sy > maxY) maxY = sy;
      end++;
    } else {
      if (Number.isFinite(position[0]) && Number.isFinite(position[1])) {
        throw new TooWideError(position[0]!, position[1]!);
      }
      bad = true;
    }
  }
  box[boxAt] = minX;
  box[boxAt + 1] = minY;
  box[boxAt + 2] = maxX;
  box[boxAt + 3] = maxY;
  written.end = end;
  written.bad = bad;
  written.twice = twice;
}

function onOneLine(x: Int32Array, y: Int32Array, start: number, end: number): boolean {
  for (let i = start + 2; i < end; i++) {
    if (orientation(x[start]!, y[start]!, x[start + 1]!, y[start + 1]!, x[i]!, y[i]!) !== 0) {
      return false;
    }
  }
  return true;
}

function reverse(values: Int32Array, start: number, end: number): void {
  for (let i = start, j = end - 1; i < j; i++, j--) {
    const kept = values[i]!;
    values[i] = values[j]!;
    values[j] = kept;
  }
}

/**
 * Puts all rings of a coverage on its grid, oriented and closed; see {@link CoverageRings}.
 * Positions are [longitude, latitude] in degrees or [x, y] in metres, as the grid says. Rings that
 * are none (fewer than three different vertices, no area) are left out and told in `faults`.
 * @throws TooWideError when the data is too wide for the grid (more than 2,147 km on a plane).
 */
export function packRings(parties: readonly PartyGeometry[], grid: CoverageGrid): CoverageRings {
  let vertexCount = 0;
  let ringCount = 0;
  // Loops by number: iterators would leave behind an object for each of very many steps.
  for (let party = 0; party < parties.length; party++) {
    const polygons = polygonsOf(parties[party]!.geometry);
    for (let part = 0; part < polygons.length; part++) {
      const polygon = polygons[part]!;
      ringCount += polygon.length;
      for (let ring = 0; ring < polygon.length; ring++) vertexCount += polygon[ring]!.length + 1;
    }
  }
  const x = new Int32Array(vertexCount);
  const y = new Int32Array(vertexCount);
  const ringStart = new Int32Array(ringCount + 1);
  const ringParty = new Int32Array(ringCount);
  const ringPart = new Int32Array(ringCount);
  const ringHole = new Uint8Array(ringCount);
  const areas = new Float64Array(ringCount);
  const ringBox = new Int32Array(4 * ringCount);
  const partyRing = new Int32Array(parties.length + 1);
  const partySign = new Int8Array(parties.length);
  const faults: RingFault[] = [];
  const written: WrittenRing = { end: 0, bad: false, twice: 0 };
  let at = 0;
  let r = 0;
  for (let party = 0; party < parties.length; party++) {
    const { geometry, sign } = parties[party]!;
    partyRing[party] = r;
    partySign[party] = sign;
    const polygons = polygonsOf(geometry);
    for (let part = 0; part < polygons.length; part++) {
      const polygon = polygons[part]!;
      for (let ring = 0; ring < polygon.length; ring++) {
        writeRing(polygon[ring]!, grid, x, y, at, ringBox, 4 * r, written);
        const { twice } = written;
        let { end } = written;
        if (written.bad) faults.push({ kind: 'bad-position', party, part, ring });
        if (end - at > 1 && (x[at] !== x[end - 1] || y[at] !== y[end - 1])) {
          faults.push({ kind: 'unclosed', party, part, ring });
          x[end] = x[at]!;
          y[end] = y[at]!;
          end++;
        }
        const short = end - at < 4;
        // Lobes of a crossing ring may cancel: only a ring on one line has no ground.
        if (short || (twice === 0 && onOneLine(x, y, at, end))) {
          faults.push({ kind: short ? 'too-short' : 'zero-area', party, part, ring });
          // A polygon without outer ring has no ground: its holes go too.
          if (ring === 0) break;
          continue;
        }
        if (twice * sign * (ring === 0 ? 1 : -1) < 0) {
          reverse(x, at, end);
          reverse(y, at, end);
        }
        const size = grid.planar
          ? Math.abs(twice) / (2 * grid.stepsPerUnit * grid.stepsPerUnit)
          : Math.abs(ringArea(grid, x, y, at, end));
        ringStart[r] = at;
        ringParty[r] = party;
        ringPart[r] = part;
        ringHole[r] = ring === 0 ? 0 : 1;
        areas[r] = ring === 0 ? size : -size;
        at = end;
        r++;
      }
    }
  }
  partyRing[parties.length] = r;
  ringStart[r] = at;
  return {
    grid,
    x: x.subarray(0, at),
    y: y.subarray(0, at),
    ringStart: ringStart.subarray(0, r + 1),
    ringParty: ringParty.subarray(0, r),
    ringPart: ringPart.subarray(0, r),
    ringHole: ringHole.subarray(0, r),
    ringArea: areas.subarray(0, r),
    ringBox,
    partyRing,
    partySign,
    faults,
  };
}
