import type { ChainReport } from './check-chain.ts';
import { isOk } from './check-report.ts';
import type { CheckReport, DraftFinding, Finding, NothingReason } from './finding.ts';
import { withIds } from './finding-id.ts';
import { inOrder } from './finding-order.ts';

/** The proof of 纵到底, and the levels held against each other, with the ids of its findings. */
export interface ChainPart {
  nothing: NothingReason | null;
  findings: Finding[];
  counts: Pick<CheckReport['counts'], 'streets' | 'communities' | 'posts'>;
}

/** The chain's part of a report, with what is wrong between levels; `planar` as for their places. */
export function chainPart(
  { nothing, findings }: ChainReport,
  nesting: readonly DraftFinding[],
  planar: boolean,
  counts: ChainPart['counts'],
): ChainPart {
  return { nothing, findings: withIds([...nesting, ...findings], planar), counts };
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
