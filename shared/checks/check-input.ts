import type { Community } from '#shared/model/community.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Person } from '#shared/model/person.ts';
import type { Point } from '#shared/model/point.ts';
import type { Post } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { Street } from '#shared/model/street.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { Packer } from '#shared/topology/remembering-packer.ts';

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
  /** Coordinates are metres on a plane instead of degrees. Zones must then be polygons. */
  planar: boolean;
  /** Borders nearer to each other than this are mismatched rather than ground in dispute. */
  toleranceM: number;
  /** How the coverage is put on its grid, for callers that need that too. */
  pack?: Packer;
}

/** What the proof of 纵到底 needs. */
export interface ChainCheckInput {
  district: { id: string; name: string; geometry: Area } | null;
  streets: readonly Street[];
  communities: readonly Community[];
  zones: readonly Zone[];
  points: readonly Point[];
  people: readonly Person[];
  posts: readonly Post[];
  roles: readonly Role[];
  /** Day of the check, `YYYY-MM-DD`. */
  on: string;
}

export type CheckInput = CoverageCheckInput & ChainCheckInput;

export const defaultToleranceM = 1;
