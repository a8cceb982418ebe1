import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Ground } from '#shared/checks/horizontal/coverage-faces.ts';
import { faultyParties, mendParty } from '#shared/checks/horizontal/area-faults.ts';
import { duplicateFinding } from '#shared/checks/horizontal/duplicate.ts';
import { invalidFinding } from '#shared/checks/horizontal/invalid.ts';
import {
  noGroundFinding,
  scopeOf,
  type SoundAreas,
  type SoundZone,
} from '#shared/checks/horizontal/sound-areas.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import { precedence } from '#shared/model/precedence.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { CoverageGrid } from '#shared/topology/coverage-grid.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { duplicateParties, partyHash } from '#shared/topology/duplicate-parties.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { StrayNotes } from './stray-notes.ts';

/** A zone as the engine takes it. */
export interface SoundEntry extends SoundZone {
  sequence: number;
}

export interface SoundException {
  id: string;
  geometry: Ground;
  sequence: number;
}

/**
 * What soundAreas makes of zones and exceptions, record by record, so that it can be made again for
 * those that change: mended ground, what had to be mended, and which zones stand on the same ground.
 */
export class SoundParties {
  readonly zones = new Map<string, SoundEntry>();
  readonly exceptions = new Map<string, SoundException>();
  /** Zones that are left out because another stands on the same ground. */
  readonly extra = new Set<string>();
  /** Goes up whenever {@link duplicates} may have changed. */
  duplicatesTurn = 0;
  private readonly planar: boolean;
  private readonly grid: CoverageGrid;
  private readonly faults = new Map<string, DraftFinding[]>();
  /** Ids of zones by the hash of their ground, and the hash of each. */
  private readonly byHash = new Map<number, Set<string>>();
  private readonly hashOf = new Map<string, number>();
  private readonly byGround = new Map<number, SoundZone[][]>();
  private readonly duplicateFindings = new Map<number, DraftFinding[]>();
  private readonly strays = new StrayNotes();
  /** Places of all zones in the input, whether they have ground or not. */
  private readonly sequences = new Map<string, number>();
  private last = 0;

  constructor(sound: SoundAreas, input: CoverageCheckInput) {
    this.planar = input.planar;
    for (const { id } of input.zones) this.sequences.set(id, this.last++);
    const { rings } = sound.packed.coverage;
    this.grid = rings.grid;
    sound.zones.forEach((ground, party) => this.adopt(ground, rings, party));
    for (const [, ...others] of sound.duplicates) {
      for (const zone of others) this.adopt(zone, this.pack(zone.geometry), 0);
    }
    for (const { id, geometry } of sound.exceptions) {
      this.exceptions.set(id, { id, geometry, sequence: this.last++ });
    }
    for (const finding of sound.findings) {
      const [id = ''] = finding.recordIds;
      this.faults.set(id, [...(this.faults.get(id) ?? []), finding]);
    }
    const hashes = sound.duplicates.flatMap(([first]) => this.hashOf.get(first?.id ?? '') ?? []);
    for (const hash of new Set(hashes)) this.findDuplicates(hash);
  }

  /** Everything that is wrong with single records. */
  findings(): DraftFinding[] {
    return [...this.faults.values()].flat();
  }

  /** Zones on the same ground, the one that takes part first. */
  get duplicates(): SoundZone[][] {
    return [...this.byGround.values()].flat();
  }

  /** What is told of {@link duplicates}. */
  duplicateDrafts(nameOf: (id: string) => string): DraftFinding[] {
    return [...this.byGround].flatMap(([hash, groups]) => {
      let known = this.duplicateFindings.get(hash);
      if (!known) {
        known = groups.map((group) => duplicateFinding(group, nameOf, this.planar));
        this.duplicateFindings.set(hash, known);
      }
      return known;
    });
  }

  /** What is worth a second look. */
  notes(): DraftFinding[] {
    return this.strays.notes(this.extra);
  }

  /** Names have changed: findings with names are made anew. */
  forgetNames(): void {
    this.duplicateFindings.clear();
  }

  /**
   * Takes up zones as they are now (null when gone). Answers the ids of all that take part in the
   * coverage otherwise than before: those given, and those that were or became duplicates. Those in
   * `moved` come last from now on.
   */
  updateZones(
    changes: ReadonlyMap<string, Zone | null>,
    moved: ReadonlySet<string> = new Set(),
  ): Set<string> {
    const touched = new Set(changes.keys());
    const hashes = new Set<number>();
    for (const [id, zone] of changes) {
      const before = this.hashOf.get(id);
      if (before !== undefined) hashes.add(before);
      if (moved.has(id)) this.sequences.delete(id);
      const sequence = this.sequences.get(id) ?? this.last++;
      if (zone) this.sequences.set(id, sequence);
      else this.sequences.delete(id);
      this.zones.delete(id);
      this.faults.delete(id);
      this.strays.drop(id);
      this.setHash(id, null);
      if (zone) this.take(zone, sequence);
      const now = this.hashOf.get(id);
      if (now !== undefined) hashes.add(now);
    }
    for (const hash of hashes) {
      for (const group of this.byGround.get(hash) ?? []) {
        for (const { id } of group.slice(1)) {
          this.extra.delete(id);
          touched.add(id);
        }
      }
      this.findDuplicates(hash);
      for (const group of this.byGround.get(hash) ?? []) {
        for (const { id } of group) touched.add(id);
      }
    }
    return touched;
  }

  /** Takes up exceptions as they are in force now (null when not). */
  updateExceptions(changes: ReadonlyMap<string, Exception | null>): void {
    for (const [id, exception] of changes) {
      const sequence = this.exceptions.get(id)?.sequence ?? this.last++;
      this.exceptions.delete(id);
      this.faults.delete(id);
      const geometry = exception && this.mended(exception, exception.geometry).ground;
      if (geometry) this.exceptions.set(id, { id, geometry, sequence });
    }
  }

  private pack(geometry: Ground): CoverageRings {
    return packRings([{ geometry, sign: 1 }], this.grid);
  }

  /** Enters a zone as it was found when everything was looked at. */
  private adopt(ground: SoundZone, rings: CoverageRings, party: number): void {
    const { id, zone, geometry } = ground;
    const given = zoneGround(zone, this.planar);
    const asGiven = given === null || given === geometry;
    this.setHash(id, asGiven ? partyHash(rings, party) : partyHash(this.pack(given), 0));
    this.zones.set(id, { ...ground, sequence: this.sequences.get(id) ?? 0 });
    this.strays.put(ground, rings, party);
  }

  /** Takes up a zone as it is now. */
  private take(zone: Zone, sequence: number): void {
    const { id } = zone;
    const given = zoneGround(zone, this.planar);
    if (!given) {
      this.faults.set(id, [noGroundFinding(zone)]);
      return;
    }
    const { ground, rings, hash } = this.mended(zone, given);
    if (!ground) return;
    this.setHash(id, hash);
    const entry = { id, geometry: ground, zone, rank: precedence[zone.shape], sequence };
    this.zones.set(id, entry);
    this.strays.put(entry, rings, 0);
  }

  /** Ground as the engine takes it, and the hash of what was given. Faults are kept. */
  private mended(record: { id: string; name: string }, given: Ground) {
    const rings = this.pack(given);
    const hash = partyHash(rings, 0);
    const orders = ringOrders(rings);
    if (faultyParties(rings, orders).length === 0) return { ground: given, rings, hash };
    const windsOnce = orders[0] !== ringOrder.irregular;
    const { ground, faults } = mendParty(rings, 0, given, this.planar, windsOnce);
    if (faults.length > 0) {
      this.faults.set(
        record.id,
        faults.map((fault) => invalidFinding(record, fault, ground !== null)),
      );
    }
    return { ground, rings: ground ? this.pack(ground) : rings, hash };
  }

  private setHash(id: string, hash: number | null): void {
    const before = this.hashOf.get(id);
    if (before !== undefined) this.byHash.get(before)?.delete(id);
    if (hash === null) {
      this.hashOf.delete(id);
      return;
    }
    this.hashOf.set(id, hash);
    const alike = this.byHash.get(hash);
    if (alike) alike.add(id);
    else this.byHash.set(hash, new Set([id]));
  }

  /** Looks at the zones under one hash: which of them stand on the same ground. */
  private findDuplicates(hash: number): void {
    if (this.byGround.delete(hash)) this.duplicatesTurn++;
    this.duplicateFindings.delete(hash);
    const zones = [...(this.byHash.get(hash) ?? [])]
      .flatMap((id) => this.zones.get(id) ?? [])
      .sort((a, b) => a.sequence - b.sequence);
    if (zones.length < 2) return;
    const parties = zones.map(({ zone, geometry }) => {
      return { geometry: zoneGround(zone, this.planar) ?? geometry, sign: 1 as const };
    });
    const groups = duplicateParties(packRings(parties, this.grid), zones.length).flatMap(
      (group) => {
        const alike = group.flatMap((party) => zones[party] ?? []);
        return [...groupBy(alike, scopeOf).values()].filter((list) => list.length > 1);
      },
    );
    if (groups.length === 0) return;
    this.byGround.set(hash, groups);
    this.duplicatesTurn++;
    for (const group of groups) for (const { id } of group.slice(1)) this.extra.add(id);
  }
}
