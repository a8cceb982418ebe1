import type { CoverageReport } from './coverage-report.ts';
import type { CheckReport, Finding, NothingReason } from './finding.ts';
import { horizontalRules, severities, verticalRules } from './finding.ts';
import { withIds } from './finding-id.ts';

const ruleOrder: readonly string[] = [...horizontalRules, ...verticalRules];

/** Worst first, then by rule, then most ground first, then by id: the same list for the same data. */
export function inOrder(a: Finding, b: Finding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    ruleOrder.indexOf(a.rule) - ruleOrder.indexOf(b.rule) ||
    (b.areaM2 ?? 0) - (a.areaM2 ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Whether there was something to check and no error or warning is left. */
export function isOk(nothing: NothingReason | null, findings: readonly Finding[]): boolean {
  return nothing === null && findings.every(({ severity }) => severity === 'note');
}

/** The report of the proof of 横到边 alone; `started` is when it began (performance.now). */
export function coverageCheckReport(
  { nothing, areas, coveredM2, findings: drafts }: CoverageReport,
  planar: boolean,
  counts: { zones: number; points: number },
  started: number,
): CheckReport {
  const findings = withIds(drafts, planar).sort(inOrder);
  return {
    ok: isOk(nothing, findings),
    nothing,
    areas,
    coveredM2,
    findings,
    counts: {
      ...counts,
      streets: 0,
      communities: 0,
      posts: 0,
    },
    elapsedMs: performance.now() - started,
  };
}
