import type { Position } from 'geojson';

/** A zone while it is being made: polygons of open rings (the first vertex is not repeated). */
export interface DraftZone {
  name: string;
  polygons: Position[][][];
}

export interface Draft {
  zones: DraftZone[];
  boundary: Position[];
  columns: number;
  rows: number;
  /** Metres between the corners of the grid of zones. */
  cellM: number;
  verticesPerSide: number;
  random: () => number;
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** To whole millimetres, which is the grid of planar data. */
export function toMillimetre(metres: number): number {
  return Math.round(metres * 1000) / 1000 + 0;
}
