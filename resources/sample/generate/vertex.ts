import { fromGrid, toGrid } from '#shared/geo/grid.ts';

/** A place on the 1e-7° grid: whole steps of longitude and latitude. */
export type Vertex = readonly [x: number, y: number];

/** Closed line without its last vertex repeated. */
export type Ring = readonly Vertex[];

/** Metres of one grid step in the district: longitude at 40.02° north, latitude. */
export const metresX = 111_320e-7 * Math.cos((40.02 * Math.PI) / 180);
export const metresY = 111_132e-7;

export function toVertex([longitude, latitude]: readonly number[]): Vertex {
  return [toGrid(longitude ?? Number.NaN), toGrid(latitude ?? Number.NaN)];
}

export function toLonLat([x, y]: Vertex): [number, number] {
  return [fromGrid(x), fromGrid(y)];
}

export function keyOf([x, y]: Vertex): string {
  return `${x},${y}`;
}

/** `vertex` moved by metres to the east and to the north, back on the grid. */
export function moved([x, y]: Vertex, east: number, north: number): Vertex {
  return [Math.round(x + east / metresX), Math.round(y + north / metresY)];
}

/** Distance in metres on the local plane. */
export function distance(a: Vertex, b: Vertex): number {
  return Math.hypot((a[0] - b[0]) * metresX, (a[1] - b[1]) * metresY);
}

/** Area of a ring in m² on the local plane, positive when counter-clockwise. */
export function ringArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as Vertex;
    const [bx, by] = ring[(i + 1) % ring.length] as Vertex;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return (twice / 2) * metresX * metresY;
}

/** Even-odd rule over all rings: holes count by themselves. */
export function inside(rings: readonly Ring[], [x, y]: Vertex): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as Vertex;
      const [bx, by] = ring[j] as Vertex;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
}

/** A vertex well inside the rings: the middle of the widest stretch of a few scan lines. */
export function innerVertex(rings: readonly Ring[]): Vertex {
  const levels = rings.flatMap((ring) => ring.map(([, y]) => y));
  const low = levels.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const high = levels.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  let best: Vertex = rings[0]?.[0] ?? [0, 0];
  let width = -1;
  for (let step = 1; step < 24; step++) {
    const y = low + ((high - low) * step) / 24 + 0.5;
    const cuts: number[] = [];
    for (const ring of rings) {
      ring.forEach(([ax, ay], i) => {
        const [bx, by] = ring[(i + 1) % ring.length] as Vertex;
        if (ay > y !== by > y) cuts.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
      });
    }
    cuts.sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [from, to] = [cuts[i] as number, cuts[i + 1] as number];
      if (to - from > width) [width, best] = [to - from, [(from + to) / 2, y]];
    }
  }
  return best;
}
