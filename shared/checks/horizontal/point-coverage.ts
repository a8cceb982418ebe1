import type { Position } from 'geojson';
import { answeringZones } from '#shared/topology/answering-zones.ts';
import type { PackedCoverage } from '#shared/topology/packed-coverage.ts';
import { partiesAt } from '#shared/topology/parties-at.ts';

/** Answers which zones a position belongs to. */
export class PointCoverage {
  private readonly coverage: PackedCoverage;
  private readonly at: ReturnType<typeof partiesAt>;

  constructor(coverage: PackedCoverage) {
    this.coverage = coverage;
    this.at = partiesAt(coverage.rings);
  }

  /**
   * Zones that answer for a position. On a common border it belongs to one of the zones, not to
   * both, so zones whose border it is on count only when it is inside no other, and then only one.
   */
  zonesAt(position: Position): string[] {
    const { inside, border } = this.at(position);
    const { zoneIds, zoneRanks } = this.coverage;
    const zones = (parties: readonly number[]) =>
      answeringZones(
        parties.filter((party) => party < zoneIds.length),
        zoneRanks,
      );
    const within = zones(inside);
    const answering = within.length > 0 ? within : zones(border).slice(0, 1);
    return answering.flatMap((zone) => zoneIds[zone] ?? []);
  }

  isExcused(position: Position): boolean {
    const { inside, border } = this.at(position);
    const { zoneIds, boundaryParty } = this.coverage;
    return [...inside, ...border].some((party) => party >= zoneIds.length && party < boundaryParty);
  }
}
