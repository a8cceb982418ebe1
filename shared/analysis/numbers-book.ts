import { GroundLocator } from '#shared/chain/ground-locator.ts';
import { chooseZone } from '#shared/chain/zone-choice.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { Point } from '#shared/model/point.ts';
import type { WorkloadWeights } from '#shared/model/workload.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { monthsOf } from './cases-a-month.ts';
import { roadLengths } from './road-lengths.ts';
import { type Count, trialNumbers, type ZonesOnTrial } from './trial-numbers.ts';
import { type NumbersInput, rowOf, type Tally, type ZoneNumbers } from './zone-numbers.ts';

/** Work in small steps, between which whoever runs it may pause. */
type Steps<Result> = Generator<void, Result, undefined>;

/** Where more zones than this have changed, all is counted anew. */
const mostChanges = 64;
/** Issues looked at between two steps. */
const stretch = 2000;

/** The numbers of zones, and the zone that answers for each point. */
export interface CountedZones {
  rows: ZoneNumbers[];
  zoneOfPoint: ReadonlyMap<string, string | null>;
}

/**
 * The numbers of all zones, kept from one state of a project to the next: only points and issues on ground
 * of zones that have changed are looked up again, and where only weights or free ground have, nothing is.
 * Says what `zoneNumbers` would say, also when several counts go on at a time.
 */
export class NumbersBook {
  private readonly grounds = new WeakMap<Zone, BandedArea>();
  /** Replaced as a whole, so that a count which began with it never meets parts of another. */
  private last: Count | null = null;

  private groundOf(zone: Zone): BandedArea | null {
    let ground = this.grounds.get(zone) ?? null;
    if (!ground) {
      const area = zoneGround(zone);
      ground = area && new BandedArea(area);
      if (ground) this.grounds.set(zone, ground);
    }
    return ground;
  }

  /** Counts in small steps. @param freeM2 ground without a zone, as the check says */
  *count(input: NumbersInput, freeM2: number): Steps<CountedZones> {
    const { zones, points, issues, weights } = input;
    let counted = this.last;
    const isSame =
      counted?.zones === zones && counted.points === points && counted.issues === issues;
    if (!counted || !isSame) {
      counted = yield* this.countFrom(counted, input);
      this.last = counted;
    }
    const { tallies, roads } = counted;
    const row = (zone: Zone | null) => {
      const id = zone?.id ?? null;
      return rowOf(zone, tallies.get(id) ?? emptyTally(), roads.get(id) ?? 0, freeM2, weights);
    };
    const rows = [row(null)];
    for (const zone of zones) {
      rows.push(row(zone));
      yield;
    }
    return { rows, zoneOfPoint: counted.zoneOfPoint };
  }

  /**
   * What would be counted if some zones were otherwise: the numbers of these zones, and of what else gets or
   * loses points or issues by it (null first); of the last count, so null before there is one. Looks at nothing
   * but what lies within the boxes of the zones, so that it keeps pace with a drag. Road beyond all zones is
   * told as it was.
   */
  trial({ put, removed }: ZonesOnTrial, weights: WorkloadWeights, freeM2: number) {
    const { last } = this;
    if (!last) return null;
    const changed = new Map<string, Zone | null>([
      ...removed.map((id) => [id, null] as const),
      ...put.map((zone) => [zone.id, zone] as const),
    ]);
    return trialNumbers({ ...last, weights, freeM2 }, changed, (zone) => this.groundOf(zone));
  }

  private *countFrom(
    last: Count | null,
    { zones, points, issues }: Pick<NumbersInput, 'zones' | 'points' | 'issues'>,
  ): Steps<Count> {
    const old = new Map(last?.zones.map((zone) => [zone.id, zone]));
    const touched: Zone[] = [];
    for (const zone of zones) {
      const before = old.get(zone.id);
      old.delete(zone.id);
      if (before === zone) continue;
      touched.push(zone);
      if (before) touched.push(before);
    }
    touched.push(...old.values());
    const isAll = touched.length > mostChanges;
    for (const zone of zones) {
      this.groundOf(zone);
      yield;
    }
    const boxes: Bounds[] = [];
    if (!isAll) for (const zone of touched) boxes.push(...boxOf(this.groundOf(zone)));
    const isDue = (x: number, y: number) =>
      isAll || boxes.some((box) => boundsMeet(box, [x, y, x, y]));
    const locator = new GroundLocator(zones, (zone) => this.groundOf(zone));
    yield;
    const zoneAt = (x: number, y: number, issueClass: string | null): string | null =>
      chooseZone(locator.at(x, y), issueClass)?.zone.id ?? null;

    const zoneOfPoint = new Map<string, string | null>();
    const zonesOfPoints = new Map<Point, string | null>();
    for (const point of points) {
      const [x, y] = [toGrid(point.position[0]), toGrid(point.position[1])];
      const known = last?.zonesOfPoints.get(point);
      const zone = known === undefined || isDue(x, y) ? zoneAt(x, y, null) : known;
      zonesOfPoints.set(point, zone);
      zoneOfPoint.set(point.id, zone);
      yield;
    }
    const zonesOfIssues = new Map<IssueChunk, (string | null)[]>();
    for (const chunk of issues) {
      const known = last?.zonesOfIssues.get(chunk);
      const own = known?.slice() ?? Array.from({ length: chunk.count }, () => null);
      for (let i = 0; i < chunk.count; i++) {
        const [x, y] = [chunk.longitude[i]!, chunk.latitude[i]!];
        if (!known || isDue(x, y)) own[i] = zoneAt(x, y, chunk.classes[chunk.issueClass[i]!]!);
        if (i % (known ? stretch : 50) === 0) yield;
      }
      zonesOfIssues.set(chunk, own);
    }
    const tallies = yield* talliesOf(zonesOfPoints, zonesOfIssues, monthsOf(issues));
    const roads = yield* roadLengths(zones, locator);
    return { zones, points, issues, zoneOfPoint, zonesOfPoints, zonesOfIssues, tallies, roads };
  }
}

function* talliesOf(
  zonesOfPoints: Count['zonesOfPoints'],
  zonesOfIssues: Count['zonesOfIssues'],
  months: number,
): Steps<Map<string | null, Tally>> {
  const tallies = new Map<string | null, Tally>();
  const of = (id: string | null): Tally => {
    let tally = tallies.get(id);
    if (!tally) {
      tally = emptyTally();
      tallies.set(id, tally);
    }
    return tally;
  };
  for (const [{ pointKind }, zone] of zonesOfPoints) {
    const { pointsByKind } = of(zone);
    pointsByKind.set(pointKind, (pointsByKind.get(pointKind) ?? 0) + 1);
  }
  for (const [chunk, zones] of zonesOfIssues) {
    for (let i = 0; i < chunk.count; i++) {
      const { issuesAMonthByClass: counts } = of(zones[i]!);
      const issueClass = chunk.classes[chunk.issueClass[i]!]!;
      counts.set(issueClass, (counts.get(issueClass) ?? 0) + 1);
      if (i % stretch === 0) yield;
    }
  }
  for (const { issuesAMonthByClass: counts } of tallies.values()) {
    for (const [issueClass, count] of counts) counts.set(issueClass, count / months);
  }
  return tallies;
}

const boxOf = (ground: BandedArea | null): Bounds[] => (ground ? [ground.bounds] : []);

const emptyTally = (): Tally => ({ pointsByKind: new Map(), issuesAMonthByClass: new Map() });
