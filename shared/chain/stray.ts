import type { Position } from 'geojson';
import type { BandedArea } from '#shared/geo/banded-area.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import { earthRadiusM, radiansPerDegree } from '#shared/geo/ring-area.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';

/** Where something runs out of an area, and about how far from its border. */
export interface Stray {
  at: Position;
  distanceM: number;
}

/** Enough places outside to say how far it goes; a layer that lies elsewhere has no end of them. */
const enough = 64;
const stepM = (radiansPerDegree * earthRadiusM) / 1e7;

/** Distance in metres from a grid position to the border of an area. */
function borderDistanceM(area: BandedArea, x: number, y: number, startM: number): number {
  const squeeze = Math.cos(fromGrid(y) * radiansPerDegree);
  const [west, south, east, north] = area.bounds;
  const farthest = Math.hypot(
    Math.max(Math.abs(west - x), Math.abs(east - x)) * squeeze,
    Math.max(Math.abs(south - y), Math.abs(north - y)),
  );
  for (let reach = startM / stepM + 2; ; reach *= 4) {
    let least = Infinity;
    const dx = reach / Math.max(0.01, squeeze);
    area.edgesMeeting([x - dx, y - reach, x + dx, y + reach], (e) => {
      const { ends } = area;
      const a = [(ends[4 * e]! - x) * squeeze, ends[4 * e + 1]! - y];
      const b = [(ends[4 * e + 2]! - x) * squeeze, ends[4 * e + 3]! - y];
      least = Math.min(least, pointSegmentDistance([0, 0], a, b));
    });
    if (least <= reach || reach > farthest) return least * stepM;
  }
}

/** Places along a–b, in parts of it (0 to 1), at which edges of the area meet it, in order. */
function meetings(area: BandedArea, ax: number, ay: number, bx: number, by: number): number[] {
  const parts: number[] = [];
  const [dx, dy] = [bx - ax, by - ay];
  const add = (t: number) => {
    if (t > 0 && t < 1) parts.push(t);
  };
  const box: [number, number, number, number] = [
    Math.min(ax, bx),
    Math.min(ay, by),
    Math.max(ax, bx),
    Math.max(ay, by),
  ];
  area.edgesMeeting(box, (e) => {
    const [cx, cy] = [area.ends[4 * e]!, area.ends[4 * e + 1]!];
    const [ex, ey] = [area.ends[4 * e + 2]! - cx, area.ends[4 * e + 3]! - cy];
    const across = dx * ey - dy * ex;
    if (across === 0) {
      // Side by side: what matters is where the other edge begins and ends.
      const squared = dx * dx + dy * dy;
      add(((cx - ax) * dx + (cy - ay) * dy) / squared);
      add(((cx + ex - ax) * dx + (cy + ey - ay) * dy) / squared);
      return;
    }
    const u = ((cx - ax) * dy - (cy - ay) * dx) / across;
    if (u >= 0 && u <= 1) add(((cx - ax) * ey - (cy - ay) * ex) / across);
  });
  return parts.length > 1 ? parts.sort((a, b) => a - b) : parts;
}

/**
 * Where lines ([longitude, latitude]; a line of one position is that position) leave an area by more
 * than `toleranceM` metres, at the farthest place found: corners, the pieces between crossings, and, for
 * the border of `own` ground, corners of the area that lie deep inside it. Null when they do not.
 */
export function strayFrom(
  lines: readonly Position[][],
  own: BandedArea | null,
  area: BandedArea,
  toleranceM: number,
): Stray | null {
  let worst: Stray | null = null;
  let found = 0;
  const see = (x: number, y: number, border: BandedArea) => {
    const distance = borderDistanceM(border, x, y, toleranceM);
    if (distance <= toleranceM) return;
    found++;
    if (!worst || distance > worst.distanceM) {
      worst = { at: [fromGrid(x), fromGrid(y)], distanceM: distance };
    }
  };
  for (const line of lines) {
    for (let i = 0; i < line.length && found < enough; i++) {
      const [lon = Number.NaN, lat = Number.NaN] = line[i] ?? [];
      const [x, y] = [toGrid(lon), toGrid(lat)];
      if (area.locate(x, y) === 'outside') see(x, y, area);
      const next = line[i + 1];
      if (!next) continue;
      const [nx, ny] = [toGrid(next[0] ?? Number.NaN), toGrid(next[1] ?? Number.NaN)];
      const parts = meetings(area, x, y, nx, ny);
      if (parts.length === 0) continue;
      let from = 0;
      for (const to of [...parts, 1]) {
        const middle = (from + to) / 2;
        const [mx, my] = [Math.round(x + (nx - x) * middle), Math.round(y + (ny - y) * middle)];
        if (area.locate(mx, my) === 'outside') see(mx, my, area);
        from = to;
      }
    }
  }
  if (own) {
    area.edgesMeeting(own.bounds, (e) => {
      const [x, y] = [area.ends[4 * e]!, area.ends[4 * e + 1]!];
      if (found < enough && own.locate(x, y) === 'inside') see(x, y, own);
    });
  }
  return worst;
}
