import { bbox, booleanPointInPolygon } from '@turf/turf';
import { fromGrid } from '#shared/geo/grid.ts';
import { issueStatuses } from '#shared/model/issue.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { Street } from '#shared/model/street.ts';

export interface StreetCount {
  street: Street;
  open: number;
  overdue: number;
}

const closedStatus = issueStatuses.indexOf('closed');

/** Open and overdue issues of each street at the moment `now`, most overdue first, then most open. */
export function openByStreet(
  streets: readonly Street[],
  chunks: readonly IssueChunk[],
  now: number,
): StreetCount[] {
  const counts = streets.map((street) => ({
    street,
    box: bbox(street.geometry),
    open: 0,
    overdue: 0,
  }));
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.count; index += 1) {
      if (chunk.status[index] === closedStatus) continue;
      const x = fromGrid(chunk.longitude[index] as number);
      const y = fromGrid(chunk.latitude[index] as number);
      const found = counts.find(
        ({ street, box: [west, south, east, north] }) =>
          x >= west &&
          x <= east &&
          y >= south &&
          y <= north &&
          booleanPointInPolygon([x, y], street.geometry),
      );
      if (!found) continue;
      found.open += 1;
      if ((chunk.dueAt[index] as number) < now) found.overdue += 1;
    }
  }
  return counts
    .map(({ street, open, overdue }) => ({ street, open, overdue }))
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open);
}
