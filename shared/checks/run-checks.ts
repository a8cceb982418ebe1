import { checkChain } from './check-chain.ts';
import { checkCoverage } from './check-coverage.ts';
import type { CheckInput, CoverageCheckInput } from './check-input.ts';
import { coverageCheckReport, inOrder, isOk } from './check-report.ts';
import type { CheckReport } from './finding.ts';
import { withIds } from './finding-id.ts';
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
  const coverage = await checkCoverage(input, withProgress(context, 0, 0.85));
  const chain = await checkChain(input, withProgress(context, 0.85, 1));
  const drafts = [...coverage.findings, ...chain.findings];
  const findings = withIds(drafts, input.planar).sort(inOrder);
  const nothing = coverage.nothing ?? chain.nothing;
  context.progress(1);
  return {
    ok: isOk(nothing, findings),
    nothing,
    areas: coverage.areas,
    coveredM2: coverage.coveredM2,
    findings,
    counts: {
      zones: input.zones.length,
      points: input.points.length,
      streets: input.streets.length,
      communities: input.communities.length,
      posts: input.posts.length,
    },
    elapsedMs: performance.now() - started,
  };
}
