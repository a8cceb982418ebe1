import { GroundLocator } from '#shared/chain/ground-locator.ts';
import { chooseZone } from '#shared/chain/zone-choice.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { boundsMeet } from '#shared/geo/bounds.ts';
import { toGrid } from '#shared/geo/grid.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { Point } from '#shared/model/point.ts';
import type { WorkloadWeights } from '#shared/model/workload.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { monthsOf } from './cases-a-month.ts';
import { type Compactness, compactnessOf } from './compactness.ts';
import { roadLengthsAtOnce } from './road-lengths.ts';
import { type WorkAmounts, workloadOf } from './workload.ts';

/** What lies where, and what it weighs. */
export interface NumbersInput {
  zones: readonly Zone[];
  points: readonly Point[];
  issues: readonly IssueChunk[];
  weights: WorkloadWeights;
}

/** The numbers of one zone, or of all ground and things that belong to none (`zoneId` null). */
export interface ZoneNumbers {
  zoneId: string | null;
  areaM2: number;
  /** Of a strip its own length; of other ground, that of the strips which run through it. */
  roadM: number;
  points: number;
  pointsByKind: Map<string, number>;
  issuesAMonth: number;
  issuesAMonthByClass: Map<string, number>;
  workload: number;
  compactness: Compactness | null;
  /** Parts that do not touch along an edge, and the share of the largest in the area. */
  parts: number;
  largestPart: number;
}

export type Tally = Pick<ZoneNumbers, 'pointsByKind' | 'issuesAMonthByClass'>;

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

type Shape = Pick<ZoneNumbers, 'areaM2' | 'compactness' | 'parts' | 'largestPart'>;

const shapes = new WeakMap<Zone, Shape>();

/** What a zone's ground is like, measured once for each record. */
function shapeOf(zone: Zone): Shape {
  let shape = shapes.get(zone);
  if (!shape) {
    const ground = zoneGround(zone);
    const area = ground ? areaM2(ground) : 0;
    const parts = ground ? polygonsOf(ground) : [];
    const sizes = parts.map((coordinates) => areaM2({ type: 'Polygon', coordinates }));
    shape = {
      areaM2: area,
      compactness: ground ? compactnessOf(ground) : null,
      parts: parts.length,
      largestPart: area > 0 ? Math.max(0, ...sizes) / area : 0,
    };
    shapes.set(zone, shape);
  }
  return shape;
}

/** The numbers of a zone from what was counted on it; null: of what belongs to none, `freeM2` of ground. */
export function rowOf(
  zone: Zone | null,
  tally: Tally,
  roadM: number,
  freeM2: number,
  weights: WorkloadWeights,
): ZoneNumbers {
  const shape = zone
    ? shapeOf(zone)
    : { areaM2: freeM2, compactness: null, parts: 0, largestPart: 0 };
  const amounts: WorkAmounts = { zones: zone ? 1 : 0, areaM2: shape.areaM2, roadM, ...tally };
  return {
    zoneId: zone?.id ?? null,
    ...shape,
    roadM,
    points: total(tally.pointsByKind),
    issuesAMonth: total(tally.issuesAMonthByClass),
    ...tally,
    workload: workloadOf(amounts, weights),
  };
}

/**
 * The numbers of zones, what belongs to no zone first. A point or an issue counts to the one zone that
 * answers for it: 点 over 条 over 块, of zones for its class; on a common border to one of both. A month is
 * the mean of those that the issues span.
 * @param freeM2 ground without a zone, as the check says
 * @param onlyIds zones to be counted; what is looked at is then what lies near them. Left out: all
 */
export function zoneNumbers(
  { zones, points, issues, weights }: NumbersInput,
  freeM2: number,
  onlyIds?: ReadonlySet<string>,
): ZoneNumbers[] {
  const wanted = onlyIds ? zones.filter(({ id }) => onlyIds.has(id)) : zones;
  const grounds = new Map<string, BandedArea>();
  const groundOf = (zone: Zone): BandedArea | null => {
    const known = grounds.get(zone.id);
    if (known) return known;
    const ground = zoneGround(zone);
    const banded = ground && new BandedArea(ground);
    if (banded) grounds.set(zone.id, banded);
    return banded;
  };
  const boxes = wanted.map((zone) => groundOf(zone)?.bounds).filter((box) => box !== undefined);
  const near = onlyIds
    ? zones.filter((zone) => {
        const box = groundOf(zone)?.bounds;
        return box && boxes.some((other) => boundsMeet(box, other));
      })
    : zones;
  const locator = new GroundLocator(near, groundOf);
  const tallies = new Map<string | null, Tally>();
  const tallyOf = (id: string | null): Tally => {
    const known = tallies.get(id);
    if (known) return known;
    const tally = { pointsByKind: new Map<string, number>(), issuesAMonthByClass: new Map() };
    tallies.set(id, tally);
    return tally;
  };
  const isFar = (x: number, y: number): boolean =>
    onlyIds !== undefined && !boxes.some((box) => boundsMeet(box, [x, y, x, y]));
  const answering = (x: number, y: number, issueClass: string | null): string | null =>
    chooseZone(locator.at(x, y), issueClass)?.zone.id ?? null;

  for (const { position, pointKind } of points) {
    const [x, y] = [toGrid(position[0]), toGrid(position[1])];
    if (!isFar(x, y)) add(tallyOf(answering(x, y, null)).pointsByKind, pointKind, 1);
  }
  const months = monthsOf(issues);
  for (const chunk of issues) {
    for (let i = 0; i < chunk.count; i++) {
      const [x, y] = [chunk.longitude[i]!, chunk.latitude[i]!];
      if (isFar(x, y)) continue;
      const issueClass = chunk.classes[chunk.issueClass[i]!]!;
      add(tallyOf(answering(x, y, issueClass)).issuesAMonthByClass, issueClass, 1 / months);
    }
  }
  const roads = roadLengthsAtOnce(near, locator);
  const row = (zone: Zone | null) =>
    rowOf(zone, tallyOf(zone?.id ?? null), roads.get(zone?.id ?? null) ?? 0, freeM2, weights);
  const rows = wanted.map(row);
  return onlyIds ? rows : [row(null), ...rows];
}
