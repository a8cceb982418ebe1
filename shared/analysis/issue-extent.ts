import type { Bounds } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { issueTotal } from '#shared/model/issue-total.ts';

/** So many issues tell well enough where all of them lie. */
const sampled = 4096;
/** Of so small a share it does not matter how far off it lies: places that were typed wrongly. */
const strayShare = 0.02;

/**
 * Where the issues of a project lie: [west, south, east, north] in degrees, null without any. A few that lie far from
 * all others do not count: no side reaches beyond what holds all but the outermost fiftieth (none of less than fifty
 * issues) by more than the extent of that. Of many issues an evenly spread sample is looked at.
 */
export function issueExtent(chunks: readonly IssueChunk[]): Bounds | null {
  const total = issueTotal(chunks);
  if (total === 0) return null;
  const step = Math.max(1, total / sampled);
  const longitudes: number[] = [];
  const latitudes: number[] = [];
  let before = 0;
  for (const { count, longitude, latitude } of chunks) {
    while (longitudes.length * step < before + count) {
      const index = Math.floor(longitudes.length * step) - before;
      longitudes.push(longitude[index] as number);
      latitudes.push(latitude[index] as number);
    }
    before += count;
  }
  const [west, east] = reach(longitudes);
  const [south, north] = reach(latitudes);
  return [fromGrid(west), fromGrid(south), fromGrid(east), fromGrid(north)];
}

/** Least and greatest of some values that do not lie far beyond nearly all. */
function reach(values: number[]): [number, number] {
  const sorted = Float64Array.from(values).sort();
  const strays = Math.floor(sorted.length * strayShare);
  const low = sorted[strays] as number;
  const high = sorted[sorted.length - 1 - strays] as number;
  const extent = high - low;
  return [
    Math.max(sorted[0] as number, low - extent),
    Math.min(sorted.at(-1) as number, high + extent),
  ];
}
