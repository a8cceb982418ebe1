import type { ChainIndex } from '#shared/chain/chain-index.ts';
import { issueClassOf, issuePosition } from '#shared/chain/open-issues.ts';
import { pointReachM } from '#shared/chain/place-counts.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import { unitOf } from './held-by.ts';

/** What a unit has and answers for, with all units below it. */
export interface UnitFigures {
  id: string;
  /** People of the unit itself, and with those below. */
  ownPeople: number;
  people: number;
  posts: number;
  /** Points and open issues on the ground of the places it holds, each counted once. */
  points: number;
  openIssues: number;
}

/** Points and issues that lie in the same places; counted together since they belong to the same units. */
interface Lot {
  placeIds: string[];
  points: number;
  openIssues: number;
}

const known = new WeakMap<ChainIndex, Lot[]>();

/** Where everything lies, gathered once while the places of an index stay. */
function lotsOf(index: ChainIndex): Lot[] {
  let lots = known.get(index);
  if (lots) return lots;
  const byPlaces = new Map<string, Lot>();
  const lotAt = (
    position: readonly [number, number],
    issueClass: string | null,
    more: string[],
  ) => {
    const [x, y] = [toGrid(position[0]), toGrid(position[1])];
    const placeIds = [
      index.input.district?.id,
      index.streets.one(x, y)?.id,
      index.communities.one(x, y)?.id,
      index.zoneFor(x, y, issueClass)?.zone.id,
      ...more,
    ].filter((id) => id !== undefined);
    const key = placeIds.join();
    let lot = byPlaces.get(key);
    if (!lot) {
      lot = { placeIds, points: 0, openIssues: 0 };
      byPlaces.set(key, lot);
    }
    return lot;
  };
  for (const point of index.input.points) lotAt(point.position, null, [point.id]).points++;
  for (const issue of index.openIssues) {
    const position = issuePosition(issue);
    const near = index.pointsNear.within(position, pointReachM).map(({ item }) => item.id);
    lotAt(position, issueClassOf(issue), near).openIssues++;
  }
  lots = [...byPlaces.values()];
  known.set(index, lots);
  return lots;
}

/**
 * Figures of every unit on a day (`YYYY-MM-DD`): a unit counts what it and the units below it have, and
 * holds the places of their posts. What lies in several of its places is counted once.
 */
export function unitFigures(
  index: ChainIndex,
  organisations: readonly Organisation[],
  on: string,
): UnitFigures[] {
  const figures = new Map<string, UnitFigures>();
  for (const { id } of organisations) {
    figures.set(id, { id, ownPeople: 0, people: 0, posts: 0, points: 0, openIssues: 0 });
  }
  const parents = new Map(organisations.map(({ id, parentId }) => [id, parentId]));
  const lineOf = new Map<string, UnitFigures[]>();
  /** A unit and all above it; a circle is gone round once. */
  const upwards = (id: string | null): UnitFigures[] => {
    if (id === null) return [];
    let line = lineOf.get(id);
    if (!line) {
      const ids = new Set<string>();
      for (let at: string | null = id; at !== null && !ids.has(at); at = parents.get(at) ?? null) {
        ids.add(at);
      }
      line = [...ids].flatMap((one) => figures.get(one) ?? []);
      lineOf.set(id, line);
    }
    return line;
  };

  for (const person of index.roster.people.values()) {
    const own = figures.get(person.organisationId ?? '');
    if (own) own.ownPeople++;
    for (const unit of upwards(person.organisationId)) unit.people++;
  }
  const holders = new Map<string, Set<UnitFigures>>();
  for (const post of index.roster.allPosts()) {
    const person = index.roster.people.get(post.personId ?? '');
    if (!person || !inOffice(post, on)) continue;
    const line = upwards(unitOf(post, person));
    let holding = holders.get(post.targetId);
    if (!holding) holders.set(post.targetId, (holding = new Set()));
    for (const unit of line) {
      unit.posts++;
      holding.add(unit);
    }
  }
  for (const lot of lotsOf(index)) {
    const units = new Set(lot.placeIds.flatMap((id) => [...(holders.get(id) ?? [])]));
    for (const unit of units) {
      unit.points += lot.points;
      unit.openIssues += lot.openIssues;
    }
  }
  return [...figures.values()];
}
