import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { areaGround } from '#shared/chain/ground.ts';
import { type PlaceCounts, pointReachM } from '#shared/chain/place-counts.ts';
import type { ZoneChoice, ZoneReason } from '#shared/chain/zone-choice.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { isInForce } from '#shared/model/in-force.ts';
import type { Zone } from '#shared/model/zone.ts';
import { type ChainSeat, chainSeats } from './chain-seats.ts';
import { type FirstTeam, firstTeamAt } from './first-team-at.ts';
import { type Listed, listed } from './listed.ts';
import { type ListedIssue, listedIssue } from './listed-issue.ts';
import { placesAt } from './places-at.ts';

export interface NamedZone {
  id: string;
  name: string;
  shape: Zone['shape'];
}

/** The zone that answers for a spot, and why it does. */
export interface SpotZone extends NamedZone {
  reason: ZoneReason['kind'];
  /** Zones that the reason names beside it. */
  others: NamedZone[];
  /** Zones here that do not answer for the class of issue asked about. */
  otherClasses: NamedZone[];
}

/** Who answers for a spot, all the way down: plain data, without ground. */
export interface SpotChain {
  /** District first; empty outside the district. */
  links: ChainSeat[];
  /** Null where no zone answers. */
  zone: SpotZone | null;
  /** The exception that excuses the ground on the day, if there is one. */
  exception: { id: string; name: string; reason: string; approver: string; expires: string } | null;
  /** The team that is first here, of those with somebody at work; null outside the district too. */
  team: FirstTeam | null;
  /** Points and open issues within {@link pointReachM}, nearest first. */
  points: Listed<{ id: string; name: string; distanceM: number }>;
  issues: Listed<ListedIssue & { distanceM: number }>;
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

const namedZone = ({ id, name, shape }: Zone): NamedZone => ({ id, name, shape });

function spotZone({ zone, reason, otherClasses }: ZoneChoice): SpotZone {
  const others =
    reason.kind === 'only' ? [] : reason.kind === 'shape' ? reason.before : reason.with;
  return {
    ...namedZone(zone),
    reason: reason.kind,
    others: others.map(namedZone),
    otherClasses: otherClasses.map(namedZone),
  };
}

/**
 * Who answers for a spot on a day and for a class of issue, at every level: the holders, the reason
 * why this zone answers, the point here if there is one, the team that is first, and what lies here.
 */
export function chainAt(index: ChainIndex, question: SpotQuestion): SpotChain {
  const { position, on, issueClass } = question;
  const [x, y] = position.map(toGrid) as [number, number];
  const zone = index.zoneFor(x, y, issueClass);
  const here = index.inDistrict(x, y) || zone !== null;
  const points = index.pointsNear.within(position, pointReachM);
  const exception = (index.input.exceptions ?? []).find(
    (one) => isInForce(one, on) && areaGround(one.geometry).locate(x, y) !== 'outside',
  );
  const above = placesAt(index, zone?.zone.id ?? null, position);
  const point = index.places.get(points[0]?.item.id ?? '');
  return {
    links: here ? chainSeats(index, point ? [...above, point] : above, on) : [],
    zone: zone && spotZone(zone),
    exception: exception
      ? {
          id: exception.id,
          name: exception.name,
          reason: exception.reason,
          approver: exception.approver,
          expires: exception.expires,
        }
      : null,
    team: here ? firstTeamAt(index, position, on) : null,
    points: listed(points, ({ item: { id, name }, distanceM }) => ({ id, name, distanceM })),
    issues: listed(index.openIssuesNear.within(position, pointReachM), ({ item, distanceM }) => ({
      ...listedIssue(item),
      distanceM,
    })),
    counts: zone && index.countsOf(zone.zone.id),
  };
}
