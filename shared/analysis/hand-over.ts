import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import { type IssueRef, issueClassOf, issuePosition } from '#shared/chain/open-issues.ts';
import { seatAt } from '#shared/chain/seat.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { Person } from '#shared/model/person.ts';
import type { Point } from '#shared/model/point.ts';
import type { Role } from '#shared/model/scheme.ts';
import { type GroundTransfer, transferredGround } from './transferred-ground.ts';
import { unitOf } from './held-by.ts';

/** One side of a hand-over: a place with those who hold one of its roles. */
export interface HandOverSide {
  place: ChainPlace;
  role: Role;
  /** Empty: the seat is vacant. */
  people: { person: Person; unitId: string | null }[];
}

/** Something that goes from one hand to another. */
export interface HandOver {
  /** Null: nobody gave it up (new ground, a new place), or nobody receives it. */
  from: HandOverSide | null;
  to: HandOverSide | null;
  /** m² of ground that changes zones; null when a seat changes hands and its ground stays whole. */
  areaM2: number | null;
  points: Point[];
  /** Open issues that go along; their deadlines are in `dueAt` of their chunks. */
  issues: IssueRef[];
  /** Earliest deadline of the issues (ms since 1970); null without any. */
  nextDueAt: number | null;
}

export interface HandOverSheet {
  effectiveOn: string;
  items: HandOver[];
  /** What each unit receives and gives up, in the order of `items`; null: people without a unit. */
  units: Map<string | null, { receives: HandOver[]; givesUp: HandOver[] }>;
}

function sideOf(index: ChainIndex, place: ChainPlace, role: Role, on: string): HandOverSide {
  const { holders } = seatAt(place, role, index.roster, on);
  const people = holders.map(({ post, person }) => ({ person, unitId: unitOf(post, person) }));
  return { place, role, people };
}

function handOver(
  from: HandOverSide | null,
  to: HandOverSide | null,
  areaM2: number | null,
  points: Point[],
  issues: IssueRef[],
): HandOver {
  const due = issues
    .map(({ chunk, index }) => chunk.dueAt[index] as number)
    .filter((time) => !Number.isNaN(time));
  return { from, to, areaM2, points, issues, nextDueAt: due.length > 0 ? Math.min(...due) : null };
}

type People = Pick<HandOverSide, 'people'>;

const samePeople = (a: People, b: People) =>
  a.people.length === b.people.length &&
  a.people.every(({ person, unitId }) =>
    b.people.some((other) => other.person.id === person.id && other.unitId === unitId),
  );

/** What lies in the charge of each zone: its points and open issues. */
function chargeOf(index: ChainIndex) {
  const points = new Map<string, string | null>();
  for (const point of index.input.points) {
    points.set(point.id, index.zoneAt(point.position, null)?.zone.id ?? null);
  }
  const issueZone = (issue: IssueRef) =>
    index.zoneAt(issuePosition(issue), issueClassOf(issue))?.zone.id ?? null;
  return { points, issueZone };
}

/**
 * Who receives and who gives up what between two states of a project: seats that change hands, and
 * ground that changes zones with its points and open issues. Terms are read on `lastDay`, the last
 * day of the old state, and on `effectiveOn`, the first of the new one (both `YYYY-MM-DD`). Points and
 * open issues are those of the new state. Zones that merely appear where the same person holds the
 * ground before and after hand over nothing.
 */
export function handOverSheet(
  before: ChainIndex,
  after: ChainIndex,
  lastDay: string,
  effectiveOn: string,
): HandOverSheet {
  const charges = { before: chargeOf(before), after: chargeOf(after) };
  const pointsById = new Map(after.input.points.map((point) => [point.id, point]));
  const issues = after.openIssues.map((issue) => ({
    issue,
    from: charges.before.issueZone(issue),
    to: charges.after.issueZone(issue),
  }));
  const points = [...pointsById.values()].map((point) => ({
    point,
    from: charges.before.points.get(point.id) ?? null,
    to: charges.after.points.get(point.id) ?? null,
  }));
  const items = [
    ...seatItems(before, after, lastDay, effectiveOn, { points, issues }),
    ...groundItems(before, after, lastDay, effectiveOn, { points, issues }),
  ];
  return { effectiveOn, items, units: byUnit(items) };
}

interface Moves {
  points: { point: Point; from: string | null; to: string | null }[];
  issues: { issue: IssueRef; from: string | null; to: string | null }[];
}

/** What lies on the ground of a place in the new state; of a zone, what was in its charge before too. */
function staysOn(place: ChainPlace, index: ChainIndex, { points, issues }: Moves) {
  const lies = (position: readonly [number, number]): boolean => {
    const [x, y] = position.map(toGrid) as [number, number];
    if (place.level === 'street') return index.streets.one(x, y)?.id === place.id;
    if (place.level === 'community') return index.communities.one(x, y)?.id === place.id;
    return place.level === 'district';
  };
  const inZone = (move: { from: string | null; to: string | null }) =>
    move.from === place.id && move.to === place.id;
  return {
    points:
      place.level === 'point'
        ? [place.record]
        : points.filter((m) => inZone(m) || lies(m.point.position)).map(({ point }) => point),
    issues: issues.filter((m) => inZone(m) || lies(issuePosition(m.issue))).map((m) => m.issue),
  };
}

/**
 * Seats whose holders differ. Zones of one state alone are left to {@link groundItems}, and so is
 * what moves from one zone to another.
 */
function seatItems(
  before: ChainIndex,
  after: ChainIndex,
  lastDay: string,
  effectiveOn: string,
  moves: Moves,
): HandOver[] {
  const items: HandOver[] = [];
  for (const id of new Set([...before.places.keys(), ...after.places.keys()])) {
    const [old, now] = [before.places.get(id), after.places.get(id)];
    const place = now ?? old;
    if (!place || (old?.level !== now?.level && place.level === 'zone')) continue;
    for (const role of after.input.roles) {
      if (role.level !== place.level) continue;
      const from = old && sideOf(before, old, role, lastDay);
      const to = now && sideOf(after, now, role, effectiveOn);
      const nobody = { people: [] };
      if (samePeople(from ?? nobody, to ?? nobody)) continue;
      const { points, issues } = staysOn(place, after, moves);
      items.push(handOver(from ?? null, to ?? null, null, points, issues));
    }
  }
  return items;
}

/** Ground that goes from zone to zone, for each required role of zones. */
function groundItems(
  before: ChainIndex,
  after: ChainIndex,
  lastDay: string,
  effectiveOn: string,
  moves: Moves,
): HandOver[] {
  const transfers = new Map<string, GroundTransfer>();
  const keyOf = (from: string | null, to: string | null) => `${from} ${to}`;
  for (const transfer of transferredGround(before.input.zones, after.input.zones)) {
    transfers.set(keyOf(transfer.fromId, transfer.toId), transfer);
  }
  for (const { from, to } of [...moves.points, ...moves.issues]) {
    const key = keyOf(from, to);
    if (from !== to && !transfers.has(key)) {
      transfers.set(key, { fromId: from, toId: to, areaM2: 0 });
    }
  }
  const side = (index: ChainIndex, id: string | null, role: Role, on: string) => {
    const place = index.places.get(id ?? '');
    return place ? sideOf(index, place, role, on) : null;
  };
  const items: HandOver[] = [];
  for (const { fromId, toId, areaM2 } of transfers.values()) {
    for (const role of after.input.roles) {
      if (role.level !== 'zone' || !role.required) continue;
      const from = side(before, fromId, role, lastDay);
      const to = side(after, toId, role, effectiveOn);
      if (from && to && from.people.length > 0 && samePeople(from, to)) continue;
      const moved = ({ from: a, to: b }: { from: string | null; to: string | null }) =>
        a === fromId && b === toId;
      const points = moves.points.filter(moved).map(({ point }) => point);
      const issues = moves.issues.filter(moved).map(({ issue }) => issue);
      items.push(handOver(from, to, areaM2, points, issues));
    }
  }
  return items;
}

function byUnit(items: readonly HandOver[]): HandOverSheet['units'] {
  const units: HandOverSheet['units'] = new Map();
  const of = (unitId: string | null) => {
    const known = units.get(unitId) ?? { receives: [], givesUp: [] };
    units.set(unitId, known);
    return known;
  };
  const unitsOf = (side: HandOverSide | null) =>
    new Set((side?.people ?? []).map(({ unitId }) => unitId));
  for (const item of items) {
    for (const unitId of unitsOf(item.from)) of(unitId).givesUp.push(item);
    for (const unitId of unitsOf(item.to)) of(unitId).receives.push(item);
  }
  return units;
}
