import { isInForce } from '#shared/model/in-force.ts';
import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Pace } from '#shared/checks/pace.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import { duplicateParties } from '#shared/topology/duplicate-parties.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';
import { type OrderedCoverage, replaceParties } from '#shared/topology/replace-parties.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { precedence } from '#shared/model/precedence.ts';
import type { Zone } from '#shared/model/zone.ts';
import { faultyParties, mendParty } from './area-faults.ts';
import type { CoverageArea, Ground } from './coverage-faces.ts';
import { invalidFinding } from './invalid.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

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
  /** All this as the engine takes it. */
  packed: OrderedCoverage;
}

/** Zones of one shape and for the same issue classes may not stand on the same ground. */
export function scopeOf({ zone }: SoundZone): string {
  return [zone.shape, ...[...zone.categories].sort()].join('/');
}

/** A zone with its ground mended; as it is without, and null when none is left. */
function changedZone(zone: SoundZone, ground: Ground | null | undefined): SoundZone | null {
  if (ground === undefined) return zone;
  return ground && { ...zone, geometry: ground };
}

/** All zones but those that go, with the ground of those that change. Hardly any do. */
function withChanges(
  zones: readonly SoundZone[],
  changes: ReadonlyMap<number, Ground | null>,
): SoundZone[] {
  const kept: SoundZone[] = [];
  let next = 0;
  for (const party of [...changes.keys()].sort((a, b) => a - b)) {
    if (party >= zones.length) break;
    for (; next < party; next++) kept.push(zones[next]!);
    const zone = changedZone(zones[party]!, changes.get(party));
    if (zone) kept.push(zone);
    next = party + 1;
  }
  return kept.concat(zones.slice(next));
}

/** A zone whose shape yields no ground. */
export function noGroundFinding(zone: Zone): DraftFinding {
  const at = (zone.geometry.coordinates.flat(3) as number[]).slice(0, 2);
  return invalidFinding(zone, { kind: 'no-ground', at, times: 1 }, false);
}

/**
 * Mends boundary, zones and the exceptions in force on the day, and sets duplicates apart. Only
 * areas that the engine finds unsound are looked at ring by ring, and packed again.
 */
export async function soundAreas(input: CoverageCheckInput, pace: Pace): Promise<SoundAreas> {
  const findings: DraftFinding[] = [];
  const grounds: SoundZone[] = [];
  for (let done = 0; done < input.zones.length; done++) {
    const zone = input.zones[done]!;
    // Polygons are taken as they are; strips and circles have to be worked out.
    if (zone.shape !== 'block' || done % 1000 === 0) await pace.step(done, input.zones.length);
    const geometry = zoneGround(zone, input.planar);
    if (geometry) {
      grounds.push({ id: zone.id, geometry, zone, rank: precedence[zone.shape] });
      continue;
    }
    findings.push(noGroundFinding(zone));
  }
  const inForce = input.exceptions.filter((exception) => isInForce(exception, input.on));
  const coverage = packCoverage({
    boundary: input.boundary?.geometry ?? null,
    zones: grounds,
    exceptions: inForce,
    planar: input.planar,
  });
  const orders = ringOrders(coverage.rings);
  /** Ground of the parties that do not stay as they are, null for those that go. */
  const changes = new Map<number, Ground | null>();
  const mend = (record: { id: string; name: string }, area: Ground, party: number): void => {
    const windsOnce = orders[party] !== ringOrder.irregular;
    const { ground, faults } = mendParty(coverage.rings, party, area, input.planar, windsOnce);
    findings.push(...faults.map((fault) => invalidFinding(record, fault, ground !== null)));
    if (ground !== area) changes.set(party, ground);
  };
  const unsound = faultyParties(coverage.rings, orders);
  // The boundary is told of first, although its number is the last.
  if (input.boundary && unsound.at(-1) === coverage.boundaryParty) {
    unsound.pop();
    mend(input.boundary, input.boundary.geometry, coverage.boundaryParty);
  }
  for (const [done, party] of unsound.entries()) {
    await pace.step(done, unsound.length);
    const zone = grounds[party];
    const exception = inForce[party - grounds.length];
    if (zone) mend(zone.zone, zone.geometry, party);
    else if (exception) mend(exception, exception.geometry, party);
  }

  const duplicates = duplicateParties(coverage.rings, grounds.length).flatMap((group) => {
    const alike = group.flatMap((party) => {
      const zone = changedZone(grounds[party]!, changes.get(party));
      return zone ? [{ party, zone }] : [];
    });
    const groups = [...groupBy(alike, ({ zone }) => scopeOf(zone)).values()];
    return groups.filter((list) => list.length > 1);
  });
  for (const { party } of duplicates.flatMap((group) => group.slice(1))) changes.set(party, null);

  const { geometry = null } = input.boundary ?? {};
  const outline = changes.get(coverage.boundaryParty);
  const ordered = { coverage, orders };
  if (changes.size === 0) {
    return {
      boundary: geometry,
      zones: grounds,
      exceptions: inForce,
      duplicates: [],
      findings,
      packed: ordered,
    };
  }
  return {
    boundary: outline === undefined ? geometry : outline,
    zones: withChanges(grounds, changes),
    exceptions: inForce.flatMap((exception, i) => {
      const ground = changes.get(grounds.length + i);
      if (ground === undefined) return exception;
      return ground ? { id: exception.id, geometry: ground } : [];
    }),
    duplicates: duplicates.map((group) => group.map(({ zone }) => zone)),
    findings,
    packed: replaceParties(ordered, changes),
  };
}
