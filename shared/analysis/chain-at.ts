import { isInForce } from '#shared/model/in-force.ts';
import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import { areaGround } from '#shared/chain/ground.ts';
import type { Near } from '#shared/chain/nearby.ts';
import { firstTeam, type TeamReach } from '#shared/chain/nearest-teams.ts';
import type { IssueRef } from '#shared/chain/open-issues.ts';
import { type PlaceCounts, pointReachM } from '#shared/chain/place-counts.ts';
import { isManned } from '#shared/chain/ready-team.ts';
import { seatAt } from '#shared/chain/seat.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';
import { answering } from '#shared/chain/standing-in.ts';
import type { ZoneChoice } from '#shared/chain/zone-choice.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Person } from '#shared/model/person.ts';
import type { Point } from '#shared/model/point.ts';
import type { Post } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import { placesAt } from './places-at.ts';

export interface SpotHolder {
  /** `post.from` says since when. */
  post: Post;
  person: Person;
  onLeave: boolean;
  /** Whom to ring up: the holder, on leave the deputy; null when nobody answers. */
  answers: Person | null;
}

/** One role of the chain at a spot; without holders the seat is vacant. */
export interface SpotLink {
  place: ChainPlace;
  role: Role;
  holders: SpotHolder[];
}

/** Who answers for a spot, all the way down. */
export interface SpotChain {
  /** District first; empty outside the district. */
  links: SpotLink[];
  /** The zone that answers, and why it does; null where none does. */
  zone: ZoneChoice | null;
  /** The exception that excuses the ground on the day, if there is one. */
  exception: Exception | null;
  /** The team that is first here, of those with somebody at work; null outside the district too. */
  team: TeamReach | null;
  /** Points and open issues within {@link pointReachM}, nearest first. */
  points: Near<Point>[];
  issues: Near<IssueRef>[];
  /** Points and open issues on all ground of the zone. */
  counts: PlaceCounts | null;
}

export interface SpotQuestion {
  /** [longitude, latitude] in degrees. */
  position: readonly [number, number];
  /** Day, `YYYY-MM-DD`; may lie in the past. */
  on: string;
  /** Key of the issue class that it is about; null: issues in general. */
  issueClass: string | null;
}

function linksOf(index: ChainIndex, places: readonly ChainPlace[], on: string): SpotLink[] {
  return places.flatMap((place) =>
    index.input.roles
      .filter((role) => role.level === place.level)
      .map((role) => ({
        place,
        role,
        holders: seatAt(place, role, index.roster, on).holders.map((holder) => ({
          ...holder,
          onLeave: isOnLeave(holder.person, on),
          answers: answering(holder, index.roster, on),
        })),
      }))
      .filter(({ role, holders }) => role.required || holders.length > 0),
  );
}

/**
 * Who answers for a spot on a day and for a class of issue, at every level: the holders, the reason
 * why this zone answers, the point here if there is one, the team that is first, and what lies here.
 */
export function chainAt(index: ChainIndex, question: SpotQuestion): SpotChain {
  const { position, on, issueClass } = question;
  const [x, y] = position.map(toGrid) as [number, number];
  const { district } = index.input;
  const inDistrict = !district || areaGround(district.geometry).locate(x, y) !== 'outside';
  const zone = index.zoneFor(x, y, issueClass);
  const here = inDistrict || zone !== null;
  const points = index.pointsNear.within(position, pointReachM);
  const exception = (index.input.exceptions ?? []).find(
    (exception) =>
      isInForce(exception, on) && areaGround(exception.geometry).locate(x, y) !== 'outside',
  );
  const manned = [...index.teams.values()].filter((team) =>
    isManned(team, index.roster.people, on),
  );
  const above = placesAt(index, zone?.zone.id ?? null, position);
  const point = index.places.get(points[0]?.item.id ?? '');
  const places = point ? [...above, point] : above;
  return {
    links: here ? linksOf(index, places, on) : [],
    zone,
    exception: exception ?? null,
    team: here ? firstTeam(manned, position, index.rules.reach) : null,
    points,
    issues: index.openIssuesNear.within(position, pointReachM),
    counts: zone && index.countsOf(zone.zone.id),
  };
}
