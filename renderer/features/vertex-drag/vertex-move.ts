import { type RingedZone, withVertexMoved, zonesAtVertex } from '#shared/edits/vertices.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import { localMetres } from '#shared/geo/local-metres.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import type { Zone } from '#shared/model/zone.ts';
import { nearestVertex, verticesWithin } from './nearest-vertex.ts';

/** How far round a vertex others are looked for to snap to, in degrees. */
const lookRound = 0.05;

/** A vertex on its way: what its zones look like with it where it is, and what it snaps to. */
export class VertexMove {
  readonly from: LonLat;
  at: LonLat;
  /** Whether it stands on another vertex. */
  snapped = false;
  private readonly zones: readonly RingedZone[];
  private readonly others: readonly LonLat[];
  /** Where it would be were there no grid, for steps that are finer. */
  private exact: LonLat;

  constructor(zones: readonly Zone[], from: LonLat) {
    this.from = from;
    this.at = from;
    this.exact = from;
    this.zones = zonesAtVertex(zones, from);
    const [x, y] = from;
    const window = [x - lookRound, y - lookRound, x + lookRound, y + lookRound] as const;
    this.others = verticesWithin(zones, window, from);
  }

  get isMoved(): boolean {
    return this.at[0] !== this.from[0] || this.at[1] !== this.from[1];
  }

  /** The zones as they were. */
  get before(): readonly RingedZone[] {
    return this.zones;
  }

  /**
   * Moves it to a position, or to a vertex within `reach` (degrees) of it. The zones with it there;
   * null, and it stays where it is, when a ring would lose its ground or the place is off the map.
   */
  to(position: LonLat, reach: readonly [number, number] | null): RingedZone[] | null {
    const drawn = reach && nearestVertex(this.others, position, reach);
    const at: LonLat = drawn ?? [snapDegrees(position[0]), snapDegrees(position[1])];
    if (!(Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90)) return null;
    const moved: RingedZone[] = [];
    for (const zone of this.zones) {
      const after = withVertexMoved(zone, this.from, at);
      if (!after) return null;
      moved.push(after);
    }
    this.at = at;
    this.exact = drawn ?? position;
    this.snapped = drawn !== null;
    return moved;
  }

  /** Moves it by some metres. */
  by(eastM: number, northM: number): RingedZone[] | null {
    const local = localMetres(this.exact, false);
    const [x = 0, y = 0] = local.from([eastM, northM]);
    return this.to([x, y], null);
  }
}
