import type { Issue } from '#shared/model/issue.ts';
import { issueClassTemplate } from '#shared/model/templates/issue-classes.ts';
import {
  dayMs,
  dayText,
  dayWeight,
  isFestival,
  isSnowy,
  mockInspections,
  sampleDays,
  sampleNow,
} from './calendar.ts';
import { type Habit, habits, whereabouts } from './issue-classes.ts';
import { type Random, runningTotals, seeded } from './random.ts';
import type { Spot } from './spots.ts';
import { inside, moved, toLonLat, type Vertex } from './vertex.ts';

export const issueCount = 48_000;

const hourMs = 3_600_000;
const kinds = issueClassTemplate.map((issueClass) => {
  const habit = habits[issueClass.key];
  if (!habit) throw new Error(`no habit for issues of class ${issueClass.key}`);
  return { ...issueClass, habit };
});

/** Custom UUIDs (RFC 9562, version 8) that count up: they pack into next to nothing. */
const issueId = (index: number) =>
  `5a3d1c07-7e11-8c5e-9a20-${(index + 1).toString(16).padStart(12, '0')}`;

function seasonOf(habit: Habit, key: string, begin: number): number {
  const day = dayText(begin);
  if (key === 'snow-ice') return isSnowy(begin) ? 22 : 0;
  const month = habit.months?.[Number(day.slice(5, 7)) - 1] ?? 1;
  const festive = key === 'illegal-parking' || key === 'litter' || key === 'jaywalking';
  return month * (festive && isFestival(day) ? 2.2 : 1);
}

/** Running totals of the classes by month-like season and kind of place, made once for each pair. */
function classTotals(): (begin: number, pointKind: string) => number[] {
  const known = new Map<string, number[]>();
  return (begin, pointKind) => {
    const key = `${begin} ${pointKind}`;
    let totals = known.get(key);
    if (!totals) {
      totals = runningTotals(
        kinds.map(
          ({ habit, key: name }) =>
            habit.weight *
            seasonOf(habit, name, begin) *
            (habit.near?.includes(pointKind) ? 6 : 0.6),
        ),
      );
      known.set(key, totals);
    }
    return totals;
  };
}

function scattered(spot: Spot, random: Random): Vertex {
  for (let attempt = 0; attempt < 12; attempt++) {
    const [east, north] = [random.normal() * spot.scatter, random.normal() * spot.scatter];
    const place = moved(spot.at, east, north);
    if (inside(spot.rings, place)) return place;
  }
  return spot.at;
}

/** Milliseconds until an issue is closed: most well within the limit, some late, a few stuck. */
function timeToClose(days: number, found: number, random: Random): number {
  const usual = days * dayMs * Math.exp(random.normal() * 0.75 - 0.85);
  const pressed = found > sampleNow - 12 * dayMs ? 1.9 : 1;
  const stuck = random.next() < 0.012 ? random.between(3, 24) * dayMs : 0;
  return Math.max(20 * 60_000, usual * pressed) + stuck;
}

const iso = (time: number) => new Date(Math.round(time / 60_000) * 60_000).toISOString();

function lostPoints(day: string, random: Random): number {
  if (!mockInspections.includes(day) || random.next() < 0.35) return 0;
  return random.pick([0.5, 0.5, 1, 1, 2]);
}

/** Two years of issues up to the sample's last day, oldest first. */
export function makeIssues(spots: readonly Spot[]): Issue[] {
  const random = seeded('issues');
  const days = runningTotals(sampleDays.map((begin, index) => dayWeight(begin, index)));
  const places = runningTotals(spots.map((spot) => spot.weight));
  const totalsOf = classTotals();
  const drafts = Array.from({ length: issueCount }, () => {
    const begin = sampleDays[random.weighted(days)] as number;
    const spot = spots[random.weighted(places)] as Spot;
    const { key, daysToClose, habit } = kinds[
      random.weighted(totalsOf(begin, spot.pointKind))
    ] as (typeof kinds)[number];
    const [from, to] = habit.hours ?? [7, 18];
    const latest = Math.min(begin + to * hourMs, sampleNow - 60_000);
    const found = Math.round(random.between(begin + from * hourMs, latest) / 60_000) * 60_000;
    const closed = found + timeToClose(daysToClose ?? 5, found, random);
    const limit = (daysToClose ?? 5) * dayMs;
    const age = (sampleNow - found) / limit;
    const open = age < 0.3 ? 'reported' : age < 0.7 ? 'dispatched' : 'handling';
    return {
      found,
      issue: {
        kind: 'issue' as const,
        issueClass: key,
        status: closed <= sampleNow ? ('closed' as const) : (open as Issue['status']),
        position: toLonLat(scattered(spot, random)),
        foundAt: iso(found),
        dueAt: daysToClose === null ? null : iso(found + limit),
        closedAt: closed <= sampleNow ? iso(closed) : null,
        text: random.pick(whereabouts) + random.pick(habit.texts),
        lostPoints: lostPoints(dayText(begin), random),
      },
    };
  });
  drafts.sort((a, b) => a.found - b.found);
  return drafts.map(({ issue }, index) => ({ ...issue, id: issueId(index) }));
}
