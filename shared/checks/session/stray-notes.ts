import type { DraftFinding } from '#shared/checks/finding.ts';
import type { SoundZone } from '#shared/checks/horizontal/sound-areas.ts';
import {
  enclave,
  onlyOuter,
  type PackedZone,
  type Room,
  roomOf,
  scattered,
} from '#shared/checks/horizontal/stray.ts';
import type { CoverageRings } from '#shared/topology/coverage-rings.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { ringOrders } from '#shared/topology/ring-orders.ts';

interface Kept {
  zone: SoundZone;
  whole: Room | null;
  holes: Room[];
  grid: CoverageRings['grid'];
  /** What is told of it in several places; undefined until it is asked for. */
  parts: DraftFinding | null | undefined;
  /** What is told of it inside another, by that one. */
  inside: WeakMap<Kept, DraftFinding | null>;
}

/** The ground of a zone packed by itself: made when there is something to tell of it. */
function packedAlone({ zone, grid }: Kept): PackedZone {
  return { zone, rings: packRings([{ geometry: zone.geometry, sign: 1 }], grid), party: 0 };
}

/** The one outer ring of a party, if there is no more than one, and its holes. */
function roomsOf(rings: CoverageRings, party: number): { whole: Room | null; holes: Room[] } {
  const { ringHole, partyRing } = rings;
  const outer = onlyOuter(rings, party);
  const holes: Room[] = [];
  for (let ring = partyRing[party] ?? 0; ring < (partyRing[party + 1] ?? 0); ring++) {
    if (ringHole[ring] === 1) holes.push(roomOf(rings, ring));
  }
  return { whole: outer === null ? null : roomOf(rings, outer), holes };
}

/** Blocks worth a second look, kept by zone; see stray.ts. */
export class StrayNotes {
  private readonly byId = new Map<string, Kept>();
  private readonly wholes = new Map<string, Set<Kept>>();
  private readonly holed = new Set<Kept>();
  private readonly inParts = new Set<Kept>();

  /** Takes up a zone as it is now, with its ground packed alone or as one `party` of several. */
  put(zone: SoundZone, rings: CoverageRings, party: number): void {
    this.drop(zone.id);
    if (zone.zone.shape !== 'block') return;
    const rooms = roomsOf(rings, party);
    const kept: Kept = {
      zone,
      ...rooms,
      grid: rings.grid,
      parts: undefined,
      inside: new WeakMap(),
    };
    this.byId.set(zone.id, kept);
    if (kept.holes.length > 0) this.holed.add(kept);
    if (!kept.whole) this.inParts.add(kept);
    else {
      const alike = this.wholes.get(kept.whole.box);
      if (alike) alike.add(kept);
      else this.wholes.set(kept.whole.box, new Set([kept]));
    }
  }

  drop(id: string): void {
    const kept = this.byId.get(id);
    if (!kept) return;
    this.byId.delete(id);
    this.holed.delete(kept);
    this.inParts.delete(kept);
    const alike = kept.whole && this.wholes.get(kept.whole.box);
    alike?.delete(kept);
    if (kept.whole && alike?.size === 0) this.wholes.delete(kept.whole.box);
  }

  /** The notes of all zones but those in `extra`. */
  notes(extra: ReadonlySet<string>): DraftFinding[] {
    const found: DraftFinding[] = [];
    for (const kept of this.inParts) {
      if (extra.has(kept.zone.id)) continue;
      if (kept.parts === undefined) {
        const packed = packedAlone(kept);
        kept.parts = scattered(packed, ringOrders(packed.rings)[0] ?? 0);
      }
      if (kept.parts) found.push(kept.parts);
    }
    for (const around of this.holed) {
      if (extra.has(around.zone.id)) continue;
      for (const hole of around.holes) {
        for (const inner of this.wholes.get(hole.box) ?? []) {
          const finding = extra.has(inner.zone.id) ? null : this.insideOf(inner, around, hole);
          if (finding) found.push(finding);
        }
      }
    }
    return found;
  }

  private insideOf(inner: Kept, around: Kept, hole: Room): DraftFinding | null {
    let finding = inner.inside.get(around);
    if (finding === undefined && inner.whole) {
      const { zone, whole } = inner;
      const packed = () => packedAlone(inner);
      finding = enclave({ zone, whole, packed }, { zone: around.zone, hole });
      inner.inside.set(around, finding);
    }
    return finding ?? null;
  }
}
