import type { CoverageCheckInput } from '#shared/checks/check-input.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Ground } from '#shared/checks/horizontal/coverage-faces.ts';
import { duplicateFinding } from '#shared/checks/horizontal/duplicate.ts';
import { invalidFinding } from '#shared/checks/horizontal/invalid.ts';
import { mendArea } from '#shared/checks/horizontal/mend-area.ts';
import {
  duplicateScope,
  noGroundFinding,
  type SoundAreas,
  type SoundZone,
} from '#shared/checks/horizontal/sound-areas.ts';
import { zoneGround } from '#shared/checks/horizontal/zone-ground.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { duplicateParties, partyHash } from '#shared/topology/duplicate-parties.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { unsoundParties } from '#shared/topology/ring-orders.ts';

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
  private readonly planar: boolean;
  private readonly grid: SoundAreas['given']['rings']['grid'];
  private readonly faults = new Map<string, DraftFinding[]>();
  /** Ids of zones by the hash of their ground, and the hash of each. */
  private readonly byHash = new Map<string, Set<string>>();
  private readonly hashOf = new Map<string, string>();
  private readonly duplicates = new Map<string, SoundZone[][]>();
  private readonly duplicateFindings = new Map<string, DraftFinding[]>();
  /** Places of all zones in the input, whether they have ground or not. */
  private readonly sequences = new Map<string, number>();
  private last = 0;

  constructor(sound: SoundAreas, input: CoverageCheckInput) {
    this.planar = input.planar;
    for (const { id } of input.zones) this.sequences.set(id, this.last++);
    this.grid = sound.given.rings.grid;
    const grounds = new Map<string, SoundZone>();
    for (const group of sound.duplicates) for (const zone of group) grounds.set(zone.id, zone);
    for (const zone of sound.zones) grounds.set(zone.id, zone);
    sound.given.zoneIds.forEach((id, party) => {
      this.setHash(id, partyHash(sound.given.rings, party));
      const ground = grounds.get(id);
      if (ground) this.zones.set(id, { ...ground, sequence: this.sequences.get(id) ?? 0 });
    });
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

  /** Everything that is wrong with single records, and duplicates. */
  findings(nameOf: (id: string) => string): DraftFinding[] {
    const found = [...this.faults.values()].flat();
    for (const [hash, groups] of this.duplicates) {
      let known = this.duplicateFindings.get(hash);
      if (!known) {
        known = groups.map((group) => duplicateFinding(group, nameOf, this.planar));
        this.duplicateFindings.set(hash, known);
      }
      found.push(...known);
    }
    return found;
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
    const hashes = new Set<string>();
    for (const [id, zone] of changes) {
      const before = this.hashOf.get(id);
      if (before !== undefined) hashes.add(before);
      if (moved.has(id)) this.sequences.delete(id);
      const sequence = this.sequences.get(id) ?? this.last++;
      if (zone) this.sequences.set(id, sequence);
      else this.sequences.delete(id);
      this.zones.delete(id);
      this.faults.delete(id);
      const entry = zone && this.sound(zone, sequence);
      if (!entry) this.setHash(id, null);
      else if (entry.geometry) this.zones.set(id, entry as SoundEntry);
      const now = this.hashOf.get(id);
      if (now !== undefined) hashes.add(now);
    }
    for (const hash of hashes) {
      for (const group of this.duplicates.get(hash) ?? []) {
        for (const { id } of group.slice(1)) {
          this.extra.delete(id);
          touched.add(id);
        }
      }
      this.findDuplicates(hash);
      for (const group of this.duplicates.get(hash) ?? []) {
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
      const geometry = exception && this.mended(exception, exception.geometry).geometry;
      if (geometry) this.exceptions.set(id, { id, geometry, sequence });
    }
  }

  private sound(zone: Zone, sequence: number) {
    const given = zoneGround(zone, this.planar);
    if (!given) {
      this.faults.set(zone.id, [noGroundFinding(zone)]);
      return null;
    }
    const { geometry, hash } = this.mended(zone, given);
    this.setHash(zone.id, hash);
    return { id: zone.id, geometry, zone, sequence };
  }

  private mended(record: { id: string; name: string }, area: Area | Ground) {
    const rings = packRings([{ geometry: area, sign: 1 }], this.grid);
    const hash = partyHash(rings, 0);
    if (unsoundParties(rings).length === 0) return { geometry: area, hash };
    const { ground, faults } = mendArea(area, this.planar);
    if (faults.length > 0) {
      this.faults.set(
        record.id,
        faults.map((fault) => invalidFinding(record, fault)),
      );
    }
    return { geometry: ground, hash };
  }

  private setHash(id: string, hash: string | null): void {
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
  private findDuplicates(hash: string): void {
    this.duplicates.delete(hash);
    this.duplicateFindings.delete(hash);
    const zones = [...(this.byHash.get(hash) ?? [])]
      .flatMap((id) => this.zones.get(id) ?? [])
      .sort((a, b) => a.sequence - b.sequence);
    if (zones.length < 2) return;
    const given = zones.map(({ zone }) => zoneGround(zone, this.planar) ?? zone.geometry);
    const parties = given.map((geometry) => ({ geometry: geometry as Ground, sign: 1 as const }));
    const groups = duplicateParties(packRings(parties, this.grid), zones.length).flatMap(
      (group) => {
        const alike = group.flatMap((party) => zones[party] ?? []);
        return [...groupBy(alike, duplicateScope).values()].filter((list) => list.length > 1);
      },
    );
    if (groups.length === 0) return;
    this.duplicates.set(hash, groups);
    for (const group of groups) for (const { id } of group.slice(1)) this.extra.add(id);
  }
}
