import type { Position } from 'geojson';
import { distanceM } from '#shared/geo/distance-m.ts';

interface Spot {
  line: number;
  vertex: number;
  away: number;
}

function nearest(stretches: readonly (readonly Position[])[], to: Position): Spot {
  let best: Spot = { line: 0, vertex: 0, away: Infinity };
  stretches.forEach((stretch, line) => {
    stretch.forEach((position, vertex) => {
      const away = distanceM(position, to);
      if (away < best.away) best = { line, vertex, away };
    });
  });
  return best;
}

/**
 * The part of a border as it is now that stands for lines registered before it was redrawn: on each
 * stretch from the vertex nearest to a line's start to the one nearest to its end. A line whose ends
 * come to lie on different stretches, or in one vertex, takes the whole of those.
 */
export function renewedLine(
  registered: readonly (readonly Position[])[],
  stretches: readonly (readonly Position[])[],
): Position[][] {
  const parts = new Map<number, [from: number, to: number]>();
  const take = (line: number, from: number, to: number) => {
    const known = parts.get(line);
    parts.set(line, known ? [Math.min(known[0], from), Math.max(known[1], to)] : [from, to]);
  };
  if (stretches.length === 0) return [];
  for (const line of registered) {
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last) continue;
    const [start, end] = [nearest(stretches, first), nearest(stretches, last)];
    if (start.line === end.line && start.vertex !== end.vertex) {
      take(start.line, Math.min(start.vertex, end.vertex), Math.max(start.vertex, end.vertex));
    } else {
      for (const { line: one } of [start, end]) {
        take(one, 0, (stretches[one] as readonly Position[]).length - 1);
      }
    }
  }
  return [...parts]
    .sort(([a], [b]) => a - b)
    .map(([line, [from, to]]) => (stretches[line] as readonly Position[]).slice(from, to + 1));
}
