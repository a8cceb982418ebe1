import { GroundLocator } from '#shared/chain/ground-locator.ts';
import { chooseZone } from '#shared/chain/zone-choice.ts';
import type { BandedArea } from '#shared/geo/banded-area.ts';
import { boundsMeet } from '#shared/geo/bounds.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { Point } from '#shared/model/point.ts';
import type { WorkloadWeights } from '#shared/model/workload.ts';
import type { Zone } from '#shared/model/zone.ts';
import { monthsOf } from './cases-a-month.ts';
import { roadLengthsAtOnce } from './road-lengths.ts';
import { type NumbersInput, rowOf, type Tally, type ZoneNumbers } from './zone-numbers.ts';

/** What lies where, as it was counted for three lists. */
export interface Count extends Pick<NumbersInput, 'zones' | 'points' | 'issues'> {
  zoneOfPoint: ReadonlyMap<string, string | null>;
  /** Zone of each point and issue, null for none; of issues by chunk. */
  zonesOfPoints: ReadonlyMap<Point, string | null>;
  zonesOfIssues: ReadonlyMap<IssueChunk, readonly (string | null)[]>;
  tallies: ReadonlyMap<string | null, Tally>;
  roads: ReadonlyMap<string | null, number>;
}

/** Zones as they would be, and those that would be gone. */
export interface ZonesOnTrial {
  put: readonly Zone[];
  removed: readonly string[];
}

type Counts = Map<string, number>;

/** Points and issues that a zone would get (or lose, below nothing), by kind and class. */
interface Gain {
  points: Counts;
  issues: Counts;
}

function add(counts: Counts, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

/** Counts with what comes and goes; what is nothing then is left out. */
function changedBy(counts: ReadonlyMap<string, number> | undefined, gain: Counts | undefined) {
  const sums = new Map(counts);
  for (const [key, amount] of gain ?? []) {
    const sum = (sums.get(key) ?? 0) + amount;
    // Shares of a month do not add up to nothing exactly.
    if (Math.abs(sum) < 1e-9) sums.delete(key);
    else sums.set(key, sum);
  }
  return sums;
}

/**
 * The numbers of zones that are otherwise than they were counted (null: gone), and of all that gets or loses
 * points or issues by it; what belongs to nobody first.
 */
export function trialNumbers(
  last: Count & { weights: WorkloadWeights; freeM2: number },
  changed: ReadonlyMap<string, Zone | null>,
  groundOf: (zone: Zone) => BandedArea | null,
): ZoneNumbers[] {
  const before = last.zones.filter(({ id }) => changed.has(id));
  const put = [...changed.values()].filter((zone) => zone !== null);
  const boxOf = (zone: Zone) => groundOf(zone)?.bounds ?? [];
  const boxes = [...before, ...put].map(boxOf).filter((box) => box.length === 4);
  const isNear = (zone: Zone) => {
    const box = boxOf(zone);
    return box.length === 4 && boxes.some((other) => boundsMeet(box, other));
  };
  const near = [...last.zones.filter((zone) => !changed.has(zone.id) && isNear(zone)), ...put];
  const locator = new GroundLocator(near, groundOf);
  const isDue = (x: number, y: number) => boxes.some((box) => boundsMeet(box, [x, y, x, y]));
  const zoneAt = (x: number, y: number, issueClass: string | null) =>
    chooseZone(locator.at(x, y), issueClass)?.zone.id ?? null;

  const gains = new Map<string | null, Gain>();
  const gainOf = (id: string | null): Gain => {
    const known = gains.get(id);
    if (known) return known;
    const gain = { points: new Map(), issues: new Map() };
    gains.set(id, gain);
    return gain;
  };
  for (const [point, from] of last.zonesOfPoints) {
    const [x, y] = [toGrid(point.position[0]), toGrid(point.position[1])];
    const to = isDue(x, y) ? zoneAt(x, y, null) : from;
    if (to === from) continue;
    add(gainOf(from).points, point.pointKind, -1);
    add(gainOf(to).points, point.pointKind, 1);
  }
  const share = 1 / monthsOf(last.issues);
  for (const [chunk, zones] of last.zonesOfIssues) {
    for (let i = 0; i < chunk.count; i++) {
      const [x, y] = [chunk.longitude[i]!, chunk.latitude[i]!];
      if (!isDue(x, y)) continue;
      const issueClass = chunk.classes[chunk.issueClass[i]!]!;
      const [from, to] = [zones[i]!, zoneAt(x, y, issueClass)];
      if (to === from) continue;
      add(gainOf(from).issues, issueClass, -share);
      add(gainOf(to).issues, issueClass, share);
    }
  }
  const roads = roadLengthsAtOnce(near, locator);
  const row = (zone: Zone | null): ZoneNumbers => {
    const id = zone?.id ?? null;
    const [known, gain] = [last.tallies.get(id), gains.get(id)];
    const tally: Tally = {
      pointsByKind: changedBy(known?.pointsByKind, gain?.points),
      issuesAMonthByClass: changedBy(known?.issuesAMonthByClass, gain?.issues),
    };
    const roadM = (id !== null && changed.has(id) ? roads : last.roads).get(id) ?? 0;
    return rowOf(zone, tally, roadM, last.freeM2, last.weights);
  };
  const others = last.zones.filter(({ id }) => !changed.has(id) && gains.has(id));
  return [row(null), ...[...put, ...others].map(row)];
}
