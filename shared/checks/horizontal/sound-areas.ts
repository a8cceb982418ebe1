import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Pace } from '#shared/checks/pace.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import { duplicateParties } from '#shared/topology/duplicate-parties.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';
import { ringOrders, unsoundParties } from '#shared/topology/ring-orders.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { OrderedCoverage } from './coverage-engine.ts';
import type { CoverageArea, Ground } from './coverage-faces.ts';
import { invalidFinding } from './invalid.ts';
import { mendArea } from './mend-area.ts';
import { zoneGround } from './zone-ground.ts';

export interface SoundZone extends CoverageArea {
  zone: Zone;
}

/** The input with every area mended on a copy, and what had to be mended. */
export interface SoundAreas {
  boundary: Ground | null;
  zones: SoundZone[];
  exceptions: CoverageArea[];
  duplicates: SoundZone[][];
  findings: DraftFinding[];
  /** All this as the engine takes it, when nothing had to be mended or set apart. */
  packed: OrderedCoverage | null;
  /** All this before anything was mended or set apart: its rings, and the ids of its zones. */
  given: { rings: CoverageRings; zoneIds: string[] };
}

/** Zones of one shape and for the same issue classes may not stand on the same ground. */
export function duplicateScope({ zone }: SoundZone): string {
  return [zone.shape, ...[...zone.categories].sort()].join('/');
}

/** A zone whose shape yields no ground. */
export function noGroundFinding(zone: Zone): DraftFinding {
  const at = zone.geometry.type === 'Point' ? zone.geometry.coordinates : [0, 0];
  return invalidFinding(zone, { kind: 'no-ground', at, times: 1 });
}

/** Whether an exception counts on a day, `YYYY-MM-DD`. */
export function isInForce({ from, expires }: Exception, on: string): boolean {
  return from <= on && on <= expires;
}

/**
 * Mends boundary, zones and the exceptions in force on the day, and sets duplicates apart. Only
 * areas that the engine finds unsound are looked at ring by ring.
 */
export async function soundAreas(input: CoverageCheckInput, pace: Pace): Promise<SoundAreas> {
  const findings: DraftFinding[] = [];
  const grounds: SoundZone[] = [];
  for (const [done, zone] of input.zones.entries()) {
    await pace.step(done, input.zones.length);
    const geometry = zoneGround(zone, input.planar);
    if (geometry) {
      grounds.push({ id: zone.id, geometry, zone });
      continue;
    }
    findings.push(noGroundFinding(zone));
  }
  const inForce = input.exceptions.filter((exception) => isInForce(exception, input.on));
  const packed = packCoverage({
    boundary: input.boundary?.geometry ?? null,
    zones: grounds,
    exceptions: inForce,
    planar: input.planar,
  });
  const orders = ringOrders(packed.rings);
  const unsound = new Set(unsoundParties(packed.rings, orders));
  const mend = (
    record: { id: string; name: string },
    area: Area | Ground,
    party: number,
  ): Ground | null => {
    if (!unsound.has(party)) return area;
    const { ground, faults } = mendArea(area, input.planar);
    findings.push(...faults.map((fault) => invalidFinding(record, fault)));
    return ground;
  };
  const boundary =
    input.boundary && mend(input.boundary, input.boundary.geometry, packed.boundaryParty);
  const zones = grounds.flatMap((zone, party) => {
    const geometry = mend(zone.zone, zone.geometry, party);
    return geometry ? [{ ...zone, geometry }] : [];
  });
  const exceptions = inForce.flatMap((exception, i) => {
    const geometry = mend(exception, exception.geometry, grounds.length + i);
    return geometry ? [{ id: exception.id, geometry }] : [];
  });

  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const duplicates = duplicateParties(packed.rings, grounds.length).flatMap((group) => {
    const alike = group.flatMap((party) => byId.get(grounds[party]?.id ?? '') ?? []);
    return [...groupBy(alike, duplicateScope).values()].filter((list) => list.length > 1);
  });
  const extra = new Set(duplicates.flatMap((group) => group.slice(1)));
  return {
    boundary,
    zones: zones.filter((zone) => !extra.has(zone)),
    exceptions,
    duplicates,
    findings,
    packed: unsound.size === 0 && extra.size === 0 ? { coverage: packed, orders } : null,
    given: { rings: packed.rings, zoneIds: packed.zoneIds },
  };
}
