import { toGrid } from '#shared/geo/grid.ts';
import type { Community } from '#shared/model/community.ts';
import type { Point } from '#shared/model/point.ts';
import type { Street } from '#shared/model/street.ts';
import type { ChainPlace } from './chain-place.ts';
import { areaGround, zoneGroundOf } from './ground.ts';
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
  streets: GroundLocator<Street>;
  communities: GroundLocator<Community>;
  zoneFor(x: number, y: number, issueClass: string | null): ZoneChoice | null;
  pointsNear: Nearby<Point>;
  openIssuesNear: Nearby<IssueRef>;
}

/**
 * Points and open issues on the ground of a place. A zone counts what it answers for (by precedence
 * and class of issue), the district everything, a point itself and the issues within {@link pointReachM}.
 */
export function countPlace(index: Grounds, place: ChainPlace): PlaceCounts {
  const { pointsNear, openIssuesNear } = index;
  if (place.level === 'district') {
    return { points: pointsNear.count, openIssues: openIssuesNear.count };
  }
  if (place.level === 'point') {
    const near = openIssuesNear.within(place.record.position, pointReachM);
    return { points: 1, openIssues: near.length };
  }
  const ground =
    place.level === 'zone' ? zoneGroundOf(place.record) : areaGround(place.record.geometry);
  if (!ground || ground.ends.length === 0) return { points: 0, openIssues: 0 };
  const isHere = (position: readonly [number, number], issueClass: string | null) => {
    const [x, y] = position.map(toGrid) as [number, number];
    if (ground.locate(x, y) === 'outside') return false;
    if (place.level === 'street') return index.streets.one(x, y)?.id === place.id;
    if (place.level === 'community') return index.communities.one(x, y)?.id === place.id;
    return index.zoneFor(x, y, issueClass)?.zone.id === place.id;
  };
  const points = pointsNear.inBox(ground.bounds).filter(({ position }) => isHere(position, null));
  const issues = openIssuesNear
    .inBox(ground.bounds)
    .filter((issue) => isHere(issuePosition(issue), issueClassOf(issue)));
  return { points: points.length, openIssues: issues.length };
}
