import { checkChain } from './check-chain.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkNesting } from './check-nesting.ts';
import type { CheckInput, CoverageCheckInput } from './check-input.ts';
import type { CheckReport, Finding, NothingReason } from './finding.ts';
import { withIds } from './finding-id.ts';
import { inOrder } from './finding-order.ts';
import type { CheckContext } from './pace.ts';

function isOk(nothing: NothingReason | null, findings: readonly Finding[]): boolean {
  return nothing === null && findings.every(({ severity }) => severity === 'note');
}

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
  const { nothing, areas, coveredM2, ...drafts } = await checkCoverage(input, context);
  const findings = withIds(drafts.findings, input.planar).sort(inOrder);
  context.progress(1);
  return {
    ok: isOk(nothing, findings),
    nothing,
    areas,
    coveredM2,
    findings,
    notes: withIds(drafts.notes, input.planar).sort(inOrder),
    counts: {
      zones: input.zones.length,
      points: input.points.length,
      streets: 0,
      communities: 0,
      posts: 0,
    },
    elapsedMs: performance.now() - started,
  };
}

/**
 * Both proofs, and the levels held against each other. A check is only good when both had something to check: without zones, boundary or
 * posts `nothing` says so and `ok` is false.
 * @throws the signal's reason when cancelled; Error when the geometry fails
 */
export async function runChecks(input: CheckInput, context: CheckContext): Promise<CheckReport> {
  const started = performance.now();
  const coverage = await checkCoverage(input, withProgress(context, 0, 0.75));
  const nesting = await checkNesting(input, coverage.findings, withProgress(context, 0.75, 0.85));
  const chain = await checkChain({ ...input, levelsProved: true }, withProgress(context, 0.85, 1));
  const drafts = [...coverage.findings, ...nesting, ...chain.findings];
  const findings = withIds(drafts, input.planar).sort(inOrder);
  const nothing = coverage.nothing ?? chain.nothing;
  context.progress(1);
  return {
    ok: isOk(nothing, findings),
    nothing,
    areas: coverage.areas,
    coveredM2: coverage.coveredM2,
    findings,
    notes: withIds(coverage.notes, input.planar).sort(inOrder),
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
