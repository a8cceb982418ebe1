import type { Position } from 'geojson';
import type { PackedCoverage } from '#shared/topology/packed-coverage.ts';
import { partiesAt } from '#shared/topology/parties-at.ts';

/** Answers which zones a position belongs to. Zones stand on one level, see CoverageInput. */
export class PointCoverage {
  private readonly coverage: PackedCoverage;
  private readonly at: ReturnType<typeof partiesAt>;

  constructor(coverage: PackedCoverage) {
    this.coverage = coverage;
    this.at = partiesAt(coverage.rings);
  }

  /**
   * Zones around a position. On a common border it belongs to one of the zones, not to both, so
   * zones whose border it is on count only when it is inside no other, and then only the first.
   */
  zonesAt(position: Position): string[] {
    const { inside, border } = this.at(position);
    const ids = (parties: number[]) =>
      parties.flatMap((party) => this.coverage.zoneIds[party] ?? []);
    const within = ids(inside);
    return within.length > 0 ? within : ids(border).slice(0, 1);
  }

  isExcused(position: Position): boolean {
    const { inside, border } = this.at(position);
    const { zoneIds, boundaryParty } = this.coverage;
    return [...inside, ...border].some((party) => party >= zoneIds.length && party < boundaryParty);
  }
}
