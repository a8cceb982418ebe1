import type { Feature } from 'geojson';
import { issueMatcher } from '#shared/analysis/filter-issues.ts';
import { IssueGrid } from '#shared/analysis/issue-grid.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import { issueStatuses } from '#shared/model/issue.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { IssueFilter } from '#shared/model/issue-filter.ts';
import type { Bounds } from './map-view-props.ts';

/** More dots than this are neither drawn quickly nor told apart. */
const mostDots = 5000;
const closed = issueStatuses.indexOf('closed');
const grids = new WeakMap<IssueChunk, IssueGrid>();

function gridOf(chunk: IssueChunk): IssueGrid {
  let grid = grids.get(chunk);
  if (!grid) {
    grid = new IssueGrid(chunk);
    grids.set(chunk, grid);
  }
  return grid;
}

export interface DotQuery {
  bounds: Bounds;
  filter: IssueFilter;
  utcOffsetMinutes: number;
  /** Milliseconds since 1970: open issues with an earlier deadline are overdue. */
  now: number;
  most?: number;
}

/**
 * Single issues in view as features. When there are too many, open ones come first and closed ones
 * are thinned evenly and always in the same way, so that they do not flicker while the map moves.
 */
export function issueDots(
  chunks: readonly IssueChunk[],
  query: DotQuery,
): [id: string, feature: Omit<Feature, 'type'>][] {
  const matcher = issueMatcher(query.filter, query.utcOffsetMinutes);
  const most = query.most ?? mostDots;
  const open: [IssueChunk, number][] = [];
  const done: [IssueChunk, number][] = [];
  for (const chunk of chunks) {
    const matches = matcher(chunk);
    gridOf(chunk).within(query.bounds, (index) => {
      if (matches(index)) (chunk.status[index] === closed ? done : open).push([chunk, index]);
    });
  }
  const room = Math.max(0, most - open.length);
  return [...thin(open, most), ...thin(done, room)].map(([chunk, index]) => {
    const status = chunk.status[index] as number;
    const overdue = status !== closed && (chunk.dueAt[index] as number) < query.now;
    return [
      `${chunk.id}/${index}`,
      {
        geometry: {
          type: 'Point',
          coordinates: [
            fromGrid(chunk.longitude[index] as number),
            fromGrid(chunk.latitude[index] as number),
          ],
        },
        properties: {
          chunk: chunk.id,
          index,
          state: overdue ? 'overdue' : issueStatuses[status],
        },
      },
    ];
  });
}

/** Keeps about `most` of the issues, chosen by their number alone. */
function thin(issues: [IssueChunk, number][], most: number): [IssueChunk, number][] {
  if (issues.length <= most) return issues;
  const threshold = (most / issues.length) * 2 ** 32;
  return issues
    .filter(([, index]) => Math.imul(index + 1, 0x9e3779b1) >>> 0 < threshold)
    .slice(0, most);
}
