import type { CoverageReport } from './coverage-report.ts';
import type { CheckReport, Finding, NothingReason } from './finding.ts';
import { withIds } from './finding-id.ts';
import { inOrder } from './finding-order.ts';

/** Whether there was something to check and no error or warning is left. */
export function isOk(nothing: NothingReason | null, findings: readonly Finding[]): boolean {
  return nothing === null && findings.every(({ severity }) => severity === 'note');
}

/** The report of the proof of 横到边 alone; `started` is when it began (performance.now). */
export function coverageCheckReport(
  { nothing, areas, coveredM2, ...drafts }: CoverageReport,
  planar: boolean,
  counts: { zones: number; points: number },
  started: number,
): CheckReport {
  const findings = withIds(drafts.findings, planar).sort(inOrder);
  return {
    ok: isOk(nothing, findings),
    nothing,
    areas,
    coveredM2,
    findings,
    notes: withIds(drafts.notes, planar).sort(inOrder),
    counts: {
      ...counts,
      streets: 0,
      communities: 0,
      posts: 0,
    },
    elapsedMs: performance.now() - started,
  };
}
