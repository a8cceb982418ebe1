import type { IssueRef } from '#shared/chain/open-issues.ts';
import type { BandedArea } from '#shared/geo/banded-area.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';

/** Issues whose position lies inside an area or on its border. */
export function issuesWithin(chunks: readonly IssueChunk[], area: BandedArea): IssueRef[] {
  const [west, south, east, north] = area.bounds;
  const found: IssueRef[] = [];
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.count; index += 1) {
      const x = chunk.longitude[index] as number;
      if (x < west || x > east) continue;
      const y = chunk.latitude[index] as number;
      if (y < south || y > north) continue;
      if (area.locate(x, y) !== 'outside') found.push({ chunk, index });
    }
  }
  return found;
}
