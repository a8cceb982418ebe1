import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';
import type { Totals } from './totals.ts';

/**
 * Counts Playwright's JSON report. A test that passed on its second try counts as passed (it is named
 * by {@link secondTries}); each error outside any test (a spec that does not load) counts as failed.
 */
export function playwrightTotals(report: JSONReport): Totals {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/** Titles of the tests that needed a second try: windows drawn in software can miss a deadline. */
export function secondTries(report: JSONReport): string[] {
  return report.suites
    .flatMap((suite) => [...specsOf(suite)])
    .flatMap((spec) =>
      spec.tests
        .filter((test) => test.status === 'flaky')
        .map((test) => `${test.projectName}: ${spec.title}`),
    );
}

function* specsOf(suite: JSONReportSuite): Generator<JSONReportSuite['specs'][number]> {
  yield* suite.specs;
  for (const inner of suite.suites ?? []) yield* specsOf(inner);
}

/** How many tests were skipped for which reason, by project. */
export function skipReasons(report: JSONReport): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const suite of report.suites) {
    for (const test of [...specsOf(suite)].flatMap((spec) => spec.tests)) {
      if (test.status !== 'skipped') continue;
      const why = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
      const reason = `${test.projectName}: ${why?.description ?? 'no reason given'}`;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return reasons;
}
