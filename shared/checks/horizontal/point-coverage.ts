import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { samePlaceEpsilon } from '#shared/geo/area-index.ts';
import type { PreparedArea } from './prepared-area.ts';

/** Answers which zones a position belongs to. Zones stand on one level, see CoverageInput. */
export class PointCoverage {
  private readonly zones: readonly PreparedArea[];
  private readonly exceptions: readonly PreparedArea[];
  private readonly tree: Flatbush | null;
  private readonly epsilon: number;

  constructor(
    zones: readonly PreparedArea[],
    exceptions: readonly PreparedArea[],
    planar: boolean,
  ) {
    this.zones = zones;
    this.exceptions = exceptions;
    this.epsilon = samePlaceEpsilon(planar);
    this.tree = zones.length > 0 ? new Flatbush(zones.length) : null;
    for (const { index } of zones) this.tree?.add(...index.bounds);
    this.tree?.finish();
  }

  /**
   * Zones around a position. On a common border it belongs to one of the zones, not to both, so
   * zones whose border it is on count only when it is inside no other, and then only the first.
   */
  zonesAt(position: Position): string[] {
    const [x = Number.NaN, y = Number.NaN] = position;
    const inside: string[] = [];
    let border: string | null = null;
    for (const i of this.tree?.search(x, y, x, y).sort((a, b) => a - b) ?? []) {
      const zone = this.zones[i];
      const place = zone?.index.locate(position, this.epsilon);
      if (zone && place === 'inside') inside.push(zone.id);
      if (zone && place === 'border') border ??= zone.id;
    }
    return inside.length > 0 || border === null ? inside : [border];
  }

  isExcused(position: Position): boolean {
    return this.exceptions.some(({ index }) => index.locate(position, this.epsilon) !== 'outside');
  }
}
