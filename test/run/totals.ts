/** What a part of the run came to, as its own runner counted it. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** The parts added up. */
export function sum(parts: Totals[]): Totals {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const part of parts) {
    total.passed += part.passed;
    total.failed += part.failed;
    total.skipped += part.skipped;
  }
  return total;
}

/** The last line of a run. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A runner that ended without a report has failed, however much it printed. */
export const noReport: Totals = { passed: 0, failed: 1, skipped: 0 };
