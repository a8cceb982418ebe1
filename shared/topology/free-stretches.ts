import type { Position } from 'geojson';
import type { SharedBorders } from './shared-borders.ts';

/**
 * Stretches of the border between two areas without the edges that are in `taken` lines already, each
 * unbroken.
 */
export function freeStretches(
  borders: SharedBorders,
  [a, b]: readonly [string, string],
  taken: readonly (readonly Position[])[],
): Position[][] {
  const edges = new Set<number | null>();
  for (const line of taken) {
    for (let i = 1; i < line.length; i++) {
      edges.add(borders.knownEdge(line[i - 1] ?? [], line[i] ?? []));
    }
  }
  const free: Position[][] = [];
  for (const stretch of borders.between(a, b)) {
    let line: Position[] | null = null;
    for (let i = 1; i < stretch.length; i++) {
      const [from, to] = [stretch[i - 1] ?? [], stretch[i] ?? []];
      if (edges.has(borders.knownEdge(from, to))) line = null;
      else if (line) line.push(to);
      else {
        line = [from, to];
        free.push(line);
      }
    }
  }
  return free;
}
