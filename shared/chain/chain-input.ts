import type { ChainRules } from '#shared/model/chain-rules.ts';
import type { Community } from '#shared/model/community.ts';
import type { RecordOf } from '#shared/model/record.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { Person } from '#shared/model/person.ts';
import type { Point } from '#shared/model/point.ts';
import type { Post } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { Street } from '#shared/model/street.ts';
import type { Team } from '#shared/model/team.ts';
import type { Zone } from '#shared/model/zone.ts';

/** The district as far as the chain needs it. */
export interface ChainDistrict {
  id: string;
  name: string;
  geometry: Area;
}

/** Records that make up the chain. What is left out is not asked about. */
export interface ChainInput {
  district: ChainDistrict | null;
  streets: readonly Street[];
  communities: readonly Community[];
  zones: readonly Zone[];
  points: readonly Point[];
  people: readonly Person[];
  posts: readonly Post[];
  roles: readonly Role[];
  /** Without it nothing is said about emergency teams. */
  teams?: readonly Team[] | undefined;
  dutyLists?: readonly RecordOf<'dutyList'>[] | undefined;
  /** Approved exceptions: points on them need no zone. */
  exceptions?: readonly Exception[];
  /** For the loads that count open issues, and for what lies at a spot. */
  issueChunks?: readonly IssueChunk[] | undefined;
  /** Reach of teams and time of duty; the defaults when left out. */
  rules?: ChainRules | undefined;
  /** The district's clock; 480 when left out. */
  utcOffsetMinutes?: number | undefined;
}
