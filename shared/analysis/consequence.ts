import { bbox, booleanPointInPolygon } from '@turf/turf';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { Point } from '#shared/model/point.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { zoneGround } from '#shared/model/zone-ground.ts';
import { type GroundChange, type GroundPiece, groundChange } from './ground-change.ts';
import { monthMs } from './issue-summary.ts';

/** Records before and after an edit, by id; null where there was none or is none. */
export type RecordChange = readonly [from: AnyRecord | null, to: AnyRecord | null];

/** What lies on the ground that changes hands. */
export interface OnTheGround {
  points: readonly Pick<Point, 'position'>[];
  issues: readonly IssueColumns[];
}

/** The columns of issues that are counted; other threads need not be sent more. */
export type IssueColumns = Pick<IssueChunk, 'count' | 'longitude' | 'latitude' | 'foundAt'>;

/** What an edit of the ground means for one who answers for it. */
export interface Total {
  recordId: string;
  kind: 'zone' | 'exception';
  name: string;
  /** Ground more or (negative) less, in m². */
  areaM2: number;
  /** Points more or less. */
  points: number;
  /** Issues a month more or less, as they were found over the last year. */
  issuesPerMonth: number;
}

/** The same with the ground itself, in pieces. */
export interface Consequence extends Total, GroundChange {}

const yearMs = 12 * monthMs;

interface Tally {
  box: [west: number, south: number, east: number, north: number];
  polygon: GroundPiece['polygon'];
  sign: 1 | -1;
  of: Consequence;
}

function groundOf(record: AnyRecord | null): Area | null {
  if (record?.kind === 'zone') return zoneGround(record);
  return record?.kind === 'exception' ? record.geometry : null;
}

/**
 * What changes for each zone and exception whose ground an edit changes, the one that gains most
 * first. Issues count that were found within the year
 * before `now` (milliseconds since 1970), by the month, or over as much of it as there is data for.
 */
export function consequencesOf(
  things: OnTheGround,
  changes: Iterable<RecordChange>,
  now: number,
): Consequence[] {
  const consequences: Consequence[] = [];
  const tallies: Tally[] = [];
  for (const [from, to] of changes) {
    const record = to ?? from;
    if (record?.kind !== 'zone' && record?.kind !== 'exception') continue;
    const [before, after] = [groundOf(from), groundOf(to)];
    if (before === after) continue;
    const { gained, lost } = groundChange(before, after);
    if (gained.length + lost.length === 0) continue;
    const sum = (pieces: GroundPiece[]) => pieces.reduce((total, { areaM2 }) => total + areaM2, 0);
    const consequence: Consequence = {
      recordId: record.id,
      kind: record.kind,
      name: record.name,
      areaM2: sum(gained) - sum(lost),
      points: 0,
      issuesPerMonth: 0,
      gained,
      lost,
    };
    consequences.push(consequence);
    const tally =
      (sign: 1 | -1) =>
      ({ polygon }: GroundPiece): Tally => ({
        box: bbox(polygon) as Tally['box'],
        polygon,
        sign,
        of: consequence,
      });
    tallies.push(...gained.map(tally(1)), ...lost.map(tally(-1)));
  }
  countPoints(things, tallies);
  countIssues(things, tallies, now);
  return consequences.sort((a, b) => b.areaM2 - a.areaM2);
}

function within(x: number, y: number, { box, polygon }: Tally): boolean {
  const [west, south, east, north] = box;
  if (x < west || x > east || y < south || y > north) return false;
  return booleanPointInPolygon([x, y], polygon);
}

function countPoints({ points }: OnTheGround, tallies: readonly Tally[]): void {
  for (const { position } of points) {
    for (const tally of tallies) {
      if (within(position[0], position[1], tally)) tally.of.points += tally.sign;
    }
  }
}

function countIssues({ issues }: OnTheGround, tallies: readonly Tally[], now: number): void {
  if (tallies.length === 0) return;
  const edge = (side: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) =>
    toGrid(tallies.reduce((far, { box }) => pick(far, box[side]), tallies[0]!.box[side]));
  const [west, south, east, north] = [
    edge(0, Math.min),
    edge(1, Math.min),
    edge(2, Math.max),
    edge(3, Math.max),
  ];
  let earliest = now;
  const found = new Map<Consequence, number>();
  for (const { count, longitude, latitude, foundAt } of issues) {
    for (let i = 0; i < count; i += 1) {
      const at = foundAt[i] as number;
      if (!(at <= now && at > now - yearMs)) continue;
      if (at < earliest) earliest = at;
      const x = longitude[i] as number;
      const y = latitude[i] as number;
      if (x < west || x > east || y < south || y > north) continue;
      for (const tally of tallies) {
        if (within(fromGrid(x), fromGrid(y), tally)) {
          found.set(tally.of, (found.get(tally.of) ?? 0) + tally.sign);
        }
      }
    }
  }
  // Less than a month of data says no more than a month does.
  const months = Math.max(1, (now - earliest) / monthMs);
  for (const [consequence, count] of found) consequence.issuesPerMonth = count / months;
}
