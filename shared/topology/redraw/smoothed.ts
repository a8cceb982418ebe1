import type { Position } from 'geojson';
import { snapDegrees } from '#shared/geo/grid.ts';

function between(a: Position, b: Position, t: number): Position {
  return [snapDegrees(a[0]! + t * (b[0]! - a[0]!)), snapDegrees(a[1]! + t * (b[1]! - a[1]!))];
}

/**
 * A line with its corners cut: of each edge the part from `cut` to 1 − `cut` stays, `times` times over;
 * its ends stay where they are. A closed line is cut at its start as anywhere else. Degrees, on the grid.
 *
 * Source: G. Chaikin, An algorithm for high-speed curve generation (1974), where `cut` is a quarter.
 */
export function smoothed(line: readonly Position[], cut: number, times: number): Position[] {
  const isClosed = line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1];
  let result = [...line];
  for (let pass = 0; pass < times; pass++) {
    const next: Position[] = [];
    for (let i = 1; i < result.length; i++) {
      const [a, b] = [result[i - 1]!, result[i]!];
      const isFirst = i === 1 && !isClosed;
      const isLast = i === result.length - 1 && !isClosed;
      next.push(isFirst ? a : between(a, b, cut), isLast ? b : between(a, b, 1 - cut));
    }
    if (isClosed) next.push(next[0]!);
    result = next;
  }
  return result;
}
