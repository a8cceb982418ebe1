import { checkChain } from './check-chain.ts';
import { checkCoverage } from './check-coverage.ts';
import type { CheckInput, CoverageCheckInput } from './check-input.ts';
import { checkNesting } from './check-nesting.ts';
import { coverageCheckReport } from './check-report.ts';
import type { CheckReport, DraftFinding } from './finding.ts';
import { type ChainPart, chainPart, joinReports } from './join-reports.ts';
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
 * The levels held against each other, and the proof of 纵到底. Ground that `found` by the proof of
 * 横到边 tells of is not told again. @throws as {@link runChecks}
 */
export async function runChainCheck(
  input: CheckInput,
  found: readonly DraftFinding[],
  context: CheckContext,
): Promise<ChainPart> {
  const { planar, streets, communities, posts } = input;
  const nesting = await checkNesting(input, found, withProgress(context, 0, 0.4));
  const chain = await checkChain({ ...input, levelsProved: true }, withProgress(context, 0.4, 1));
  return chainPart(chain, nesting, planar, {
    streets: streets.length,
    communities: communities.length,
    posts: posts.length,
  });
}

/**
 * Both proofs, and the levels held against each other. A check is only good when both had something
 * to check: without zones, boundary or posts `nothing` says so and `ok` is false.
 * @throws the signal's reason when cancelled; Error when the geometry fails
 */
export async function runChecks(input: CheckInput, context: CheckContext): Promise<CheckReport> {
  const started = performance.now();
  const coverage = await runCoverageCheck(input, withProgress(context, 0, 0.75));
  const chain = await runChainCheck(input, coverage.findings, withProgress(context, 0.75, 1));
  context.progress(1);
  return { ...joinReports(coverage, chain), elapsedMs: performance.now() - started };
}
