import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { Totals } from './totals.ts';

/**
 * Counts Playwright's JSON report. A flaky test counts as failed, and so does each error outside
 * any test (a spec that does not load).
 */
export function playwrightTotals(report: JSONReport): Totals {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

function* testsOf(
  suite: JSONReportSuite,
): Generator<JSONReportSuite['specs'][number]['tests'][number]> {
  for (const spec of suite.specs) yield* spec.tests;
  for (const inner of suite.suites ?? []) yield* testsOf(inner);
}

/** How many tests were skipped for which reason, by project. */
export function skipReasons(report: JSONReport): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const suite of report.suites) {
    for (const test of testsOf(suite)) {
      if (test.status !== 'skipped') continue;
      const why = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
      const reason = `${test.projectName}: ${why?.description ?? 'no reason given'}`;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return reasons;
}
