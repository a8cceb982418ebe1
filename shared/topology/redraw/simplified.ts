import type { Position } from 'geojson';
import { localMetres } from '#shared/geo/local-metres.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';

/**
 * A line without those inner vertices that stand off by no more than `toleranceM` metres. A closed one
 * keeps the vertex farthest from its start, too. Degrees.
 *
 * Source: D. Douglas, T. Peucker, Algorithms for the reduction of the number of points required to
 * represent a digitized line or its caricature (1973).
 */
export function simplified(line: readonly Position[], toleranceM: number): Position[] {
  const plane = localMetres(line[0]!, false);
  const flat = line.map((at) => plane.to(at));
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const isClosed = line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1];
  const open: [number, number, boolean][] = [[0, line.length - 1, isClosed]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last, mustSplit] = span;
    let farthest = -1;
    let most = mustSplit ? -1 : toleranceM;
    for (let i = first + 1; i < last; i++) {
      const distance = pointSegmentDistance(flat[i]!, flat[first]!, flat[last]!);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest === -1) continue;
    kept[farthest] = 1;
    open.push([first, farthest, false], [farthest, last, false]);
  }
  return line.filter((_, i) => kept[i] === 1);
}
