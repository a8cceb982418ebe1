import type { ChainReport } from './check-chain.ts';
import { inOrder, isOk } from './check-report.ts';
import type { CheckReport, Finding, NothingReason } from './finding.ts';
import { withIds } from './finding-id.ts';

/** The proof of 纵到底 with the ids of its findings. */
export interface ChainPart {
  nothing: NothingReason | null;
  findings: Finding[];
  counts: Pick<CheckReport['counts'], 'streets' | 'communities' | 'posts'>;
}

/** The chain's part of a report; `planar` as for its findings' places. */
export function chainPart(
  { nothing, findings }: ChainReport,
  planar: boolean,
  counts: ChainPart['counts'],
): ChainPart {
  return { nothing, findings: withIds(findings, planar), counts };
}

/**
 * Both proofs as one report. It is only good when both had something to check: without zones,
 * boundary or posts `nothing` says so and `ok` is false.
 */
export function joinReports(coverage: CheckReport, chain: ChainPart): CheckReport {
  const findings = [...coverage.findings, ...chain.findings].sort(inOrder);
  const nothing = coverage.nothing ?? chain.nothing;
  return {
    ...coverage,
    ok: isOk(nothing, findings),
    nothing,
    findings,
    counts: { ...coverage.counts, ...chain.counts },
  };
}
