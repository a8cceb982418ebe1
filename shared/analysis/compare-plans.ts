import type { Zone } from '#shared/model/zone.ts';
import { type GroundTransfer, transferredGround } from './transferred-ground.ts';
import { type NumbersInput, type ZoneNumbers, zoneNumbers } from './zone-numbers.ts';

/** One zone in two plans; null where it is not in one. */
export interface ComparedZone {
  zoneId: string;
  before: ZoneNumbers | null;
  after: ZoneNumbers | null;
}

export interface PlanComparison {
  /** Zones that differ in ground or in what lies on it, those with the greatest change of work first. */
  zones: ComparedZone[];
  /** Ground that goes from one zone to another, or to and from nobody (null). */
  transfers: GroundTransfer[];
}

/** What a plan changes: numbers of the zones concerned before and after, and who gives ground to whom. */
export function comparePlans(
  before: readonly Zone[],
  after: readonly Zone[],
  { points, issues, weights }: Omit<NumbersInput, 'zones'>,
): PlanComparison {
  const transfers = transferredGround(before, after);
  const concerned = new Set(transfers.flatMap(({ fromId, toId }) => [fromId, toId]));
  const old = new Map(before.map((zone) => [zone.id, zone]));
  for (const zone of after) if (!old.has(zone.id)) concerned.add(zone.id);
  const kept = new Set(after.map(({ id }) => id));
  for (const zone of before) if (!kept.has(zone.id)) concerned.add(zone.id);
  concerned.delete(null);
  const ids = concerned as Set<string>;
  const numbers = (zones: readonly Zone[]) => {
    const rows = zoneNumbers({ zones, points, issues, weights }, 0, ids);
    return new Map(rows.map((row) => [row.zoneId, row]));
  };
  const [was, is] = [numbers(before), numbers(after)];
  const zones = [...ids].map((zoneId): ComparedZone => {
    return { zoneId, before: was.get(zoneId) ?? null, after: is.get(zoneId) ?? null };
  });
  const change = (zone: ComparedZone) =>
    Math.abs((zone.after?.workload ?? 0) - (zone.before?.workload ?? 0));
  return { zones: zones.sort((a, b) => change(b) - change(a)), transfers };
}
