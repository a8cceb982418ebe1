import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { IssueRef } from '#shared/chain/open-issues.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';

export type { IssueRef as IssuePlace };

/** Issues whose position lies inside an area or on its border. */
export function issuesWithin(chunks: readonly IssueChunk[], area: Area): IssueRef[] {
  const [west, south, east, north] = bbox(area).map(toGrid) as [number, number, number, number];
  const found: IssueRef[] = [];
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.count; index += 1) {
      const x = chunk.longitude[index] as number;
      if (x < west || x > east) continue;
      const y = chunk.latitude[index] as number;
      if (y < south || y > north) continue;
      if (booleanPointInPolygon([fromGrid(x), fromGrid(y)], area)) found.push({ chunk, index });
    }
  }
  return found;
}
