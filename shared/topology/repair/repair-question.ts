import type { CoveragePart, Ground } from '#shared/topology/packed-coverage.ts';
import type { GroundDecision } from './ground-decision.ts';

/** A party to the division of the ground, and what may be done to it. */
export interface RepairPart extends CoveragePart {
  /** Of zones over the same ground only those of the highest rank answer; see Zone's shapes. */
  rank: number;
  /** Its ground is made from a line or a position and cannot be cut. */
  isFixed: boolean;
}

/** A defect as the repair sees it. */
export interface DefectGround {
  kind: 'gap' | 'overlap' | 'outside';
  /** Zones that answer there, or would. */
  zoneIds: string[];
  /** Zones whose borders run along, the longest first. */
  besideIds: string[];
  /** Whether part of the outline runs along, or of an exception that is fixed. */
  atBoundary: boolean;
  polygon: Extract<Ground, { type: 'Polygon' }>;
  areaM2: number;
}

/** A coverage and what is to be done to it. Positions in degrees, or in metres when `planar`. */
export interface RepairQuestion {
  /** The official outline, which never changes but by mending; null when unknown. */
  boundary: CoveragePart | null;
  zones: readonly RepairPart[];
  /** Those that are fixed keep their border as it is, like the outline. */
  exceptions: readonly (CoveragePart & { isFixed?: boolean })[];
  planar: boolean;
  decisions: readonly GroundDecision[];
  /** The one party that may be given ground without being there yet; null for none. */
  newId: string | null;
  /** Parties (zones, exceptions, the outline) whose rings are to be made valid. */
  mendIds: readonly string[];
  /**
   * Settles also what no decision is about, for defects of which it says true: a gap goes to the
   * longest border, the zone with the least ground keeps an overlap, what lies outside is cut. All
   * borders then get all the corners that lie on them. Null leaves the rest as it is.
   */
  settles: ((defect: DefectGround) => boolean) | null;
}

/** One piece of ground that changed hands: from all of `from` to all of `to`. */
export interface GroundMove {
  kind: DefectGround['kind'];
  /** Number of the decision behind it; null where none was needed. */
  decision: number | null;
  from: string[];
  to: string[];
  areaM2: number;
  /** A position inside. */
  at: [number, number];
}

export interface RepairAnswer {
  /** New ground of all parties that changed, be it by a corner; null for those left without any. */
  grounds: Map<string, Ground | null>;
  moves: GroundMove[];
  /** Decisions (by their number) for whose ground there was no defect. */
  idle: number[];
}

/** Why ground cannot be divided as wanted; `zoneId` names the zone that stands in the way. */
export class RepairRefused extends Error {
  readonly reason: 'fixedShape' | 'narrow' | 'failed' | 'irregular';
  readonly zoneId: string | null;

  constructor(reason: RepairRefused['reason'], zoneId: string | null = null) {
    super(reason);
    this.reason = reason;
    this.zoneId = zoneId;
  }
}
