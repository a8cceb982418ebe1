import type { Geometry, Position } from 'geojson';
import type { ChainFix } from '#shared/model/chain-fix.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { Rule } from '#shared/model/rule.ts';

export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** A finding before it has its id; without a word on fixes it has none. */
export type DraftFinding = Omit<Finding, 'id' | 'fixes' | 'issueClasses'> &
  Partial<Pick<Finding, 'fixes' | 'issueClasses'>>;

/** Something the checks found wrong. Equal input gives equal ids, so lists keep their place. */
export interface Finding {
  /** Deterministic: rule, records concerned and place. */
  id: string;
  rule: Rule;
  severity: Severity;
  /** Ids of the records concerned (zones, point, post's target, person), most important first. */
  recordIds: string[];
  /** m², for findings that are ground. */
  areaM2: number | null;
  /** Greatest width of the ground in metres, where that says something. */
  widthM: number | null;
  /** Length in metres of findings that are lines. */
  lengthM: number | null;
  /** [longitude, latitude] inside the defect (metres on a plane for planar input). */
  at: Position;
  geometry: Geometry | null;
  /** i18n key under `finding.` with parameters; names, never ids, stand in the parameters. */
  message: { key: string; params: Record<string, string | number> };
  /** Ways to mend it, the one to take where nobody chooses first; empty when there is none. */
  fixes: Fix[];
  /** Ways to mend a finding of the chain, in the same order; left out where there is none. */
  chainFixes?: ChainFix[];
  /** Issue classes for which it holds (`*`: all others); null when no zone is limited to any. */
  issueClasses: string[] | null;
}

/**
 * How the ground adds up, all in m²: boundary = covered + gap + exception, up to `balance`.
 * Slivers of mismatched borders count as gap, overlap or outside; the noise of the grid as covered.
 */
export interface AreaBalance {
  boundary: number;
  covered: number;
  gap: number;
  overlap: number;
  outside: number;
  exception: number;
  /** boundary - covered - gap - exception: what the engine cannot account for. */
  balance: number;
}

/** The parts of a balance in the order in which they are read. */
export const balanceParts = [
  'boundary',
  'covered',
  'gap',
  'exception',
  'balance',
  'overlap',
  'outside',
] as const satisfies (keyof AreaBalance)[];

/** Why a check proves nothing, whatever it did not find. */
export type NothingReason = 'no-zones' | 'no-boundary' | 'no-posts' | 'no-places';

export interface CheckReport {
  /** True only when something was checked and no error or warning is left. */
  ok: boolean;
  /** Set when there was nothing to check; then `ok` is false. */
  nothing: NothingReason | null;
  areas: AreaBalance | null;
  /** Ground of the zones that were checked (m²), known without a boundary too. */
  coveredM2?: number;
  findings: Finding[];
  /** What is worth a look though no rule forbids it; counted nowhere. */
  notes?: Finding[];
  counts: { zones: number; points: number; streets: number; communities: number; posts: number };
  /** Milliseconds. */
  elapsedMs: number;
}
