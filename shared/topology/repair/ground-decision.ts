import type { Ground } from '#shared/topology/packed-coverage.ts';

/** Who is to answer for defective ground; zones are named by id. */
export type GroundChoice =
  /** A gap goes to this party, which may be new. */
  | { kind: 'give'; to: string }
  /** Of those over the same ground this one keeps it. */
  | { kind: 'keep'; zoneId: string }
  /** Zones give up what lies beyond the outline. */
  | { kind: 'cut' }
  /** Where borders nearly agree this zone, or the outline (null), keeps its line. */
  | { kind: 'line'; zoneId: string | null }
  /** Two zones share what both cover, along its middle. */
  | { kind: 'split'; zoneIds: [string, string] };

/** A choice for the ground of one finding. */
export interface GroundDecision {
  ground: Ground;
  choice: GroundChoice;
}
