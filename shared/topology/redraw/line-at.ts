import type { Position } from 'geojson';
import { nearestOn } from './snap.ts';

/** Number of the line nearest to a position within `reach` (degrees east and north); -1 for none. */
export function lineAt(
  lines: readonly (readonly Position[])[],
  position: Position,
  reach: readonly [east: number, north: number],
): number {
  const [x = 0, y = 0] = position;
  const [east, north] = reach;
  let best = -1;
  let least = 1;
  lines.forEach((line, number) => {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      if (Math.max(a[0]!, b[0]!) < x - east || Math.min(a[0]!, b[0]!) > x + east) continue;
      if (Math.max(a[1]!, b[1]!) < y - north || Math.min(a[1]!, b[1]!) > y + north) continue;
      const [px, py] = nearestOn(a, b, position, reach);
      const distance = Math.hypot((px - x) / east, (py - y) / north);
      if (distance >= least) continue;
      least = distance;
      best = number;
    }
  });
  return best;
}

/**
 * A closed line as one that begins at its vertex farthest from some places, so that what lies near them
 * is not cut in two; others stay as they are.
 */
export function begunAwayFrom(
  line: readonly Position[],
  places: readonly Position[],
): readonly Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return line;
  const open = line.slice(0, -1);
  const away = (at: Position) =>
    Math.min(...places.map((place) => Math.hypot(at[0]! - place[0]!, at[1]! - place[1]!)));
  let start = 0;
  let most = -1;
  open.forEach((at, i) => {
    const distance = away(at);
    if (distance > most) [start, most] = [i, distance];
  });
  return [...open.slice(start), ...open.slice(0, start), open[start]!];
}
