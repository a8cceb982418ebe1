import { toGrid } from '#shared/geo/grid.ts';
import type { Community } from '#shared/model/community.ts';
import type { Point } from '#shared/model/point.ts';
import type { Street } from '#shared/model/street.ts';
import type { ChainInput } from './chain-input.ts';
import type { GroundLocator } from './ground-locator.ts';
import type { Nearby } from './nearby.ts';
import { type IssueRef, issueClassOf, issuePosition } from './open-issues.ts';
import type { ZoneChoice } from './zone-choice.ts';

/** An issue belongs to the points within this many metres of it. */
export const pointReachM = 50;

/** What lies on the ground of a place. */
export interface PlaceCounts {
  points: number;
  openIssues: number;
}

/** What is counted, and where it lies. */
interface Grounds {
  input: ChainInput;
  streets: GroundLocator<Street>;
  communities: GroundLocator<Community>;
  zoneFor(x: number, y: number, issueClass: string | null): ZoneChoice | null;
  pointsNear: Nearby<Point>;
  openIssues: readonly IssueRef[];
}

/**
 * Points and open issues on the ground of each place. A zone counts what it answers for (by
 * precedence and class of issue), a point itself and the issues within {@link pointReachM}.
 */
export function countPlaces(index: Grounds): Map<string, PlaceCounts> {
  const counts = new Map<string, PlaceCounts>();
  const of = (id: string) => {
    let entry = counts.get(id);
    if (!entry) {
      entry = { points: 0, openIssues: 0 };
      counts.set(id, entry);
    }
    return entry;
  };
  const idsAt = (position: readonly [number, number], issueClass: string | null) => {
    const [x, y] = position.map(toGrid) as [number, number];
    return [
      index.input.district?.id,
      index.streets.one(x, y)?.id,
      index.communities.one(x, y)?.id,
      index.zoneFor(x, y, issueClass)?.zone.id,
    ].filter((id) => id !== undefined);
  };
  for (const point of index.input.points) {
    of(point.id).points = 1;
    for (const id of idsAt(point.position, null)) of(id).points++;
  }
  for (const issue of index.openIssues) {
    const position = issuePosition(issue);
    for (const id of idsAt(position, issueClassOf(issue))) of(id).openIssues++;
    for (const { item } of index.pointsNear.within(position, pointReachM)) of(item.id).openIssues++;
  }
  return counts;
}
