import type { Totals } from './totals.ts';

interface Report {
  testResults: {
    status: string;
    assertionResults: { status: string }[];
  }[];
}

/**
 * Counts vitest's JSON report. A file that failed before any of its tests ran (an import that does
 * not resolve) counts as one failure: the report's own counters leave it out.
 */
export function vitestTotals(report: unknown): Totals {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const file of (report as Report).testResults) {
    const statuses = file.assertionResults.map((test) => test.status);
    if (file.status === 'failed' && !statuses.includes('failed')) totals.failed += 1;
    for (const status of statuses) {
      if (status === 'passed') totals.passed += 1;
      else if (status === 'failed') totals.failed += 1;
      else totals.skipped += 1;
    }
  }
  return totals;
}
