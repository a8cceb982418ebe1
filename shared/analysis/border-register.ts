import type { Position } from 'geojson';
import type { Near, Nearby } from '#shared/chain/nearby.ts';
import type { IssueRef } from '#shared/chain/open-issues.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { RecordOf } from '#shared/model/record.ts';
import { AreaNeighbours } from './area-neighbours.ts';

type Border = RecordOf<'border'>;

function linesOf({ geometry }: Border): Position[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
}

/** Length of a border in metres. */
export function borderLengthM(border: Border): number {
  let length = 0;
  for (const line of linesOf(border)) {
    for (let i = 1; i < line.length; i++) length += distanceM(line[i - 1] ?? [], line[i] ?? []);
  }
  return length;
}

/** Issues within `metres` of a border, nearest first: those that get bounced from side to side. */
export function issuesAlong(
  border: Border,
  issues: Nearby<IssueRef>,
  metres: number,
): Near<IssueRef>[] {
  const found = new Map<string, Near<IssueRef>>();
  for (const line of linesOf(border)) {
    for (const near of issues.along(line, metres)) {
      const key = `${near.item.chunk.id} ${near.item.index}`;
      const known = found.get(key);
      if (!known || near.distanceM < known.distanceM) found.set(key, near);
    }
  }
  return [...found.values()].sort((a, b) => a.distanceM - b.distanceM);
}

/** Stretches in dispute, longest first, each with both claimants. */
export function disputedStretches(
  borders: readonly Border[],
): { border: Border; claimantIds: Border['partyIds']; lengthM: number }[] {
  return borders
    .filter(({ disputed }) => disputed)
    .map((border) => ({
      border,
      claimantIds: border.partyIds,
      lengthM: borderLengthM(border),
    }))
    .sort((a, b) => b.lengthM - a.lengthM || (a.border.id < b.border.id ? -1 : 1));
}

/**
 * Pairs of areas that share a border about which the register says nothing. A shared border is two
 * vertices or more that both have; areas that touch in a corner share none.
 */
export function unregisteredBorders(
  areas: readonly { id: string; geometry: Area }[],
  borders: readonly Border[],
): [string, string][] {
  const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const registered = new Set(borders.map(({ partyIds: [a, b] }) => keyOf(a, b)));
  const neighbours = new AreaNeighbours();
  for (const { id, geometry } of areas) neighbours.set(id, geometry);
  const pairs: [string, string][] = [];
  for (const { id } of areas) {
    for (const [other, shared] of neighbours.of(id)) {
      if (id < other && shared >= 2 && !registered.has(keyOf(id, other))) pairs.push([id, other]);
    }
  }
  return pairs;
}
