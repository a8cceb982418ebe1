import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { type ChainPlace, chainLevels } from '#shared/chain/chain-place.ts';
import { areaGround, zoneGroundOf } from '#shared/chain/ground.ts';
import { type IssueRef, isOpen } from '#shared/chain/open-issues.ts';
import { placePosition } from '#shared/chain/place-position.ts';
import { pointReachM } from '#shared/chain/place-counts.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { Point } from '#shared/model/point.ts';
import { type ChainSeat, chainSeats } from './chain-seats.ts';
import { type FirstTeam, firstTeamAt } from './first-team-at.ts';
import { type IssueSummary, summariseIssues } from './issue-summary.ts';
import { issuesWithin } from './issues-within.ts';
import { type Listed, listed } from './listed.ts';
import { type ListedIssue, listedIssue } from './listed-issue.ts';
import { placesAt } from './places-at.ts';

/** Who answers for a place, and what lies on its ground. */
export interface PlaceChain {
  /** District first, down to the place itself. */
  links: ChainSeat[];
  /** The team that is first at a point; null for ground, which has no one way to it. */
  team: FirstTeam | null;
  /** Of the points on the ground, by name; a point names none. */
  points: Listed<{ id: string; name: string }>;
  /** The open issues there (at a point, within {@link pointReachM}), those due first foremost. */
  issues: Listed<ListedIssue>;
  /** All issues there, whatever their state. */
  figures: IssueSummary;
}

/** The places above a place and itself, district first. A point hangs on the zone that answers there. */
export function placesAbove(index: ChainIndex, place: ChainPlace): ChainPlace[] {
  const position = placePosition(place) as [number, number];
  if (place.level === 'point') {
    const zone = index.zoneAt(position, null);
    return [...placesAt(index, zone?.zone.id ?? null, position), place];
  }
  const depth = chainLevels.indexOf(place.level);
  return placesAt(index, place.id, position).filter(
    ({ level }) => chainLevels.indexOf(level) <= depth,
  );
}

function groundOf(place: ChainPlace) {
  if (place.level === 'point') return null;
  return place.level === 'zone' ? zoneGroundOf(place.record) : areaGround(place.record.geometry);
}

function issuesOn(index: ChainIndex, place: ChainPlace): IssueRef[] {
  if (place.level === 'point') {
    return index.openIssuesNear.within(place.record.position, pointReachM).map(({ item }) => item);
  }
  const ground = groundOf(place);
  return ground ? issuesWithin(index.input.issueChunks ?? [], ground) : [];
}

function pointsOn(index: ChainIndex, place: ChainPlace): Point[] {
  const ground = groundOf(place);
  if (!ground) return [];
  return index.input.points
    .filter(({ position: [x, y] }) => ground.locate(toGrid(x), toGrid(y)) !== 'outside')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Who answers for a place on a day (`YYYY-MM-DD`), and what lies there at the moment `now` (ms since
 * 1970). Null when there is no such place.
 */
export function placeChain(
  index: ChainIndex,
  placeId: string,
  on: string,
  now: number,
): PlaceChain | null {
  const place = index.places.get(placeId);
  if (!place) return null;
  const issues = issuesOn(index, place);
  const dueAt = ({ chunk, index: i }: IssueRef) => {
    const due = chunk.dueAt[i] as number;
    return Number.isNaN(due) ? Number.MAX_VALUE : due;
  };
  const open = issues.filter(isOpen).sort((a, b) => dueAt(a) - dueAt(b));
  return {
    links: chainSeats(index, placesAbove(index, place), on),
    team: place.level === 'point' ? firstTeamAt(index, place.record.position, on) : null,
    points: listed(pointsOn(index, place), ({ id, name }) => ({ id, name })),
    issues: listed(open, listedIssue),
    figures: summariseIssues(issues, now),
  };
}
