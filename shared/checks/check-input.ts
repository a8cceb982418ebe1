import type { ChainInput } from '#shared/chain/chain-input.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Point } from '#shared/model/point.ts';
import type { Zone } from '#shared/model/zone.ts';

/** What the proof of 横到边 needs. */
export interface CoverageCheckInput {
  /** The official outline; null when there is none. */
  boundary: { id: string; name: string; geometry: Area } | null;
  zones: readonly Zone[];
  points: readonly Point[];
  exceptions: readonly Exception[];
  /** Names of the issue classes by key; coverage is proved for each class that any zone names. */
  issueClasses: readonly { key: string; name: string }[];
  /** Day of the check, `YYYY-MM-DD`: exceptions count from `from` to `expires`, both included. */
  on: string;
  /** Coordinates are metres on a plane instead of degrees. */
  planar: boolean;
  /** Borders nearer to each other than this are mismatched rather than ground in dispute. */
  toleranceM: number;
}

/** What the levels are held against each other by. */
export type NestingCheckInput = CoverageCheckInput &
  Pick<ChainCheckInput, 'streets' | 'communities'>;

/** What the proof of 纵到底 needs. */
export interface ChainCheckInput extends ChainInput {
  /** Day of the check, `YYYY-MM-DD`. */
  on: string;
  /** Moment of the check (ms since 1970): before the cut-off nobody is late. Left out: it has passed. */
  now?: number | undefined;
  /**
   * True when the levels are held against each other elsewhere (`nesting`, `uncovered-point`): then
   * ground outside its parent and points in no zone are not told here again.
   */
  levelsProved?: boolean;
}

export type CheckInput = CoverageCheckInput & ChainCheckInput;

export const defaultToleranceM = 1;
