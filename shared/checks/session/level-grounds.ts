import type { Ground } from '#shared/checks/horizontal/coverage-faces.ts';
import { groundLeft, type RankedArea } from '#shared/checks/horizontal/resolve-precedence.ts';
import { precedence } from '#shared/checks/horizontal/zone-ground.ts';
import { areaBounds, type Bounds, boundsMeet } from '#shared/geo/bounds.ts';
import type { SoundEntry } from './sound-parties.ts';

interface Ranked extends RankedArea {
  box: Bounds;
  sequence: number;
}

/**
 * What precedence leaves of the zones of one class, kept so that only zones near a changed one are
 * worked out again; see resolve-precedence.ts.
 */
export class LevelGrounds {
  private readonly zones = new Map<string, Ranked>();
  /** Zones above the lowest level. */
  private readonly above = new Map<string, Ranked>();

  constructor(zones: Iterable<SoundEntry>) {
    for (const zone of zones) this.put(zone.id, zone);
  }

  /** Takes up zones as they are now (null when they take no part), and answers what to put where. */
  update(changes: ReadonlyMap<string, SoundEntry | null>): Map<string, Ground | null> {
    const touched = new Set(changes.keys());
    const boxes: { box: Bounds; rank: number }[] = [];
    const see = (id: string) => {
      const zone = this.above.get(id);
      if (zone) boxes.push(zone);
    };
    for (const [id, zone] of changes) {
      see(id);
      this.put(id, zone);
      see(id);
    }
    if (boxes.length > 0) {
      for (const zone of this.zones.values()) {
        const below = boxes.some(({ box, rank }) => rank > zone.rank && boundsMeet(box, zone.box));
        if (below) touched.add(zone.id);
      }
    }
    const grounds = new Map<string, Ground | null>();
    for (const id of touched) grounds.set(id, this.groundOf(id));
    return grounds;
  }

  sequenceOf(id: string): number {
    return this.zones.get(id)?.sequence ?? 0;
  }

  private groundOf(id: string): Ground | null {
    const zone = this.zones.get(id);
    if (!zone || this.above.size === 0) return zone?.geometry ?? null;
    const above = [...this.above.values()].sort((a, b) => a.sequence - b.sequence);
    return groundLeft(zone, above);
  }

  private put(id: string, zone: SoundEntry | null): void {
    this.above.delete(id);
    if (!zone) {
      this.zones.delete(id);
      return;
    }
    const { geometry, sequence } = zone;
    const rank = precedence[zone.zone.shape];
    const ranked = { id, geometry, rank, sequence, box: areaBounds(geometry) };
    this.zones.set(id, ranked);
    if (rank > 0) this.above.set(id, ranked);
  }
}
