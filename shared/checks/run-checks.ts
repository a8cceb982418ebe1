import { checkChain } from './check-chain.ts';
import { checkCoverage } from './check-coverage.ts';
import type { CheckInput, CoverageCheckInput } from './check-input.ts';
import { coverageCheckReport } from './check-report.ts';
import type { CheckReport } from './finding.ts';
import { chainPart, joinReports } from './join-reports.ts';
import type { CheckContext } from './pace.ts';

function withProgress(context: CheckContext, from: number, to: number): CheckContext {
  return {
    progress: (fraction) => context.progress(from + (to - from) * fraction),
    breathe: () => context.breathe(),
  };
}

/** The proof of 横到边 alone, as the command line gives it. @throws as {@link runChecks} */
export async function runCoverageCheck(
  input: CoverageCheckInput,
  context: CheckContext,
): Promise<CheckReport> {
  const started = performance.now();
  const { planar, zones, points } = input;
  const coverage = await checkCoverage(input, context);
  const counts = { zones: zones.length, points: points.length };
  const report = coverageCheckReport(coverage, planar, counts, started);
  context.progress(1);
  return report;
}

/**
 * Both proofs. A check is only good when both had something to check: without zones, boundary or
 * posts `nothing` says so and `ok` is false.
 * @throws the signal's reason when cancelled; Error when the geometry fails
 */
export async function runChecks(input: CheckInput, context: CheckContext): Promise<CheckReport> {
  const started = performance.now();
  const coverage = await runCoverageCheck(input, withProgress(context, 0, 0.85));
  const chain = await checkChain(input, withProgress(context, 0.85, 1));
  const { streets, communities, posts } = input;
  const part = chainPart(chain, input.planar, {
    streets: streets.length,
    communities: communities.length,
    posts: posts.length,
  });
  context.progress(1);
  return { ...joinReports(coverage, part), elapsedMs: performance.now() - started };
}
