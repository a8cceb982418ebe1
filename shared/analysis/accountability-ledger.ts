import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import { type IssueRef, issueClassOf, issuePosition } from '#shared/chain/open-issues.ts';
import { pointReachM } from '#shared/chain/place-counts.ts';
import { seatAt } from '#shared/chain/seat.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { localDay } from '#shared/model/local-day.ts';
import type { IssueClass, Role } from '#shared/model/scheme.ts';
import { unitOf } from './held-by.ts';
import { placesAt } from './places-at.ts';

/** One seat up the chain of an issue, as it was held on the day the issue was found. */
export interface LedgerSeat {
  place: ChainPlace;
  role: Role;
  /** Null where the seat was vacant. */
  personId: string | null;
  unitId: string | null;
}

/** An issue that lost points, with everybody who answered for it on the day it was found. */
export interface LedgerEntry {
  issue: IssueRef;
  /** Day found, on the district's clock. */
  day: string;
  points: number;
  issueClass: string;
  streetId: string | null;
  seats: LedgerSeat[];
}

export interface LedgerSum {
  /** Id or key of what is summed over; null: no unit, no street, no group. */
  key: string | null;
  issues: number;
  points: number;
}

export interface Ledger {
  entries: LedgerEntry[];
  points: number;
  /** An issue counts once for each unit in its chain, so these add up to more than all points. */
  byUnit: LedgerSum[];
  byStreet: LedgerSum[];
  /** By the group of the issue's class (环境卫生, …). */
  byCategory: LedgerSum[];
  /** By the issue's class itself. */
  byIndicator: LedgerSum[];
  /** Only where the project's rules allow to set persons against each other; else empty. */
  byPerson: LedgerSum[];
}

function seatsUp(index: ChainIndex, places: readonly ChainPlace[], day: string): LedgerSeat[] {
  return places.flatMap((place) =>
    index.input.roles
      .filter((role) => role.level === place.level)
      .flatMap((role): LedgerSeat[] => {
        const { holders } = seatAt(place, role, index.roster, day);
        if (holders.length === 0 && role.required) {
          return [{ place, role, personId: null, unitId: null }];
        }
        return holders.map(({ post, person }) => ({
          place,
          role,
          personId: person.id,
          unitId: unitOf(post, person),
        }));
      }),
  );
}

function entryOf(index: ChainIndex, issue: IssueRef, day: string, points: number): LedgerEntry {
  const position = issuePosition(issue);
  const issueClass = issueClassOf(issue);
  const zone = index.zoneAt(position, issueClass)?.zone.id ?? null;
  const above = placesAt(index, zone, position);
  const [near] = index.pointsNear.within(position, pointReachM);
  const point = index.places.get(near?.item.id ?? '');
  const seats = seatsUp(index, point ? [...above, point] : above, day);
  const streetId = above.find(({ level }) => level === 'street')?.id ?? null;
  return { issue, day, points, issueClass, streetId, seats };
}

function sums(
  entries: readonly LedgerEntry[],
  keysOf: (entry: LedgerEntry) => Iterable<string | null>,
): LedgerSum[] {
  const lines = new Map<string | null, LedgerSum>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const line = lines.get(key) ?? { key, issues: 0, points: 0 };
      line.issues++;
      line.points += entry.points;
      lines.set(key, line);
    }
  }
  return [...lines.values()].sort(
    (a, b) => b.points - a.points || ((a.key ?? '') < (b.key ?? '') ? -1 : 1),
  );
}

/**
 * Lost points, going up the chain of each issue as it was on the day the issue was found (谁主管谁负责、
 * 谁丢分谁负责): who took over later is not charged. Issues found from `from` to `to` (`YYYY-MM-DD`,
 * both included; null: no limit) that lost points count. `indexOn` answers the chain on the ground of
 * a day, where that is known; else the ground of now counts for all days.
 */
export function accountabilityLedger(
  index: ChainIndex,
  chunks: readonly IssueChunk[],
  issueClasses: readonly IssueClass[],
  period: { from: string | null; to: string | null },
  indexOn: (day: string) => ChainIndex = () => index,
): Ledger {
  const entries: LedgerEntry[] = [];
  for (const chunk of chunks) {
    for (let i = 0; i < chunk.count; i++) {
      const points = chunk.lostPoints[i] as number;
      if (!(points > 0)) continue;
      const day = localDay(chunk.foundAt[i] as number, index.utcOffsetMinutes);
      if (period.from !== null && day < period.from) continue;
      if (period.to !== null && day > period.to) continue;
      entries.push(entryOf(indexOn(day), { chunk, index: i }, day, points));
    }
  }
  const keys = ledgerKeys(issueClasses);
  return {
    entries,
    points: entries.reduce((sum, entry) => sum + entry.points, 0),
    byUnit: sums(entries, keys.unit),
    byStreet: sums(entries, keys.street),
    byCategory: sums(entries, keys.category),
    byIndicator: sums(entries, keys.indicator),
    byPerson: index.rules.rankPersons ? sums(entries, keys.person) : [],
  };
}

/** What a ledger is summed over. */
export const ledgerGroups = ['unit', 'street', 'category', 'indicator', 'person'] as const;
export type LedgerGroup = (typeof ledgerGroups)[number];

/** Keys under which an entry counts, by what is summed over. */
export function ledgerKeys(
  issueClasses: readonly IssueClass[],
): Record<LedgerGroup, (entry: LedgerEntry) => (string | null)[]> {
  const groups = new Map(issueClasses.map(({ key, group }) => [key, group]));
  return {
    unit: ({ seats }) => seats.map(({ unitId }) => unitId),
    street: ({ streetId }) => [streetId],
    category: ({ issueClass }) => [groups.get(issueClass) || null],
    indicator: ({ issueClass }) => [issueClass],
    person: ({ seats }) => seats.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  };
}
