import type { i18n } from 'i18next';
import { isOk } from '#shared/checks/check-report.ts';
import { checkNesting } from '#shared/checks/check-nesting.ts';
import type { CheckReport } from '#shared/checks/finding.ts';
import { withIds } from '#shared/checks/finding-id.ts';
import { inOrder } from '#shared/checks/finding-order.ts';
import type { CheckContext } from '#shared/checks/pace.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { checkInputOf } from '#shared/jobs/check.ts';
import { BadInput } from './bad-input.ts';
import { toleranceOf } from './check-options.ts';
import { projectContent } from './project-content.ts';
import type { CheckAnswer } from './report.ts';

type Options = ReadonlyMap<string, string>;

/** Options that say what a project file says itself. */
const told = [
  '--zones',
  '--boundary',
  '--points',
  '--exceptions',
  '--planar',
  '--name-property',
] as const;

/**
 * The proof of 横到边 over a project file, with the levels held against each other, as the app gives it:
 * outline, zones of all shapes, points, exceptions, issue classes and tolerance are the project's own.
 * @throws BadInput
 */
export async function checkProject(
  options: Options,
  translator: i18n,
  context: CheckContext,
): Promise<CheckAnswer> {
  const option = told.find((one) => options.has(one));
  if (option) throw new BadInput('projectAlone', { option });
  const started = performance.now();
  const { records, on } = await projectContent(options, translator, Date.now());
  const own = checkInputOf({ records, on });
  const input = options.has('--tolerance') ? { ...own, toleranceM: toleranceOf(options) } : own;
  const read = performance.now();
  const coverage = await runCoverageCheck(input, context);
  const nesting = withIds(await checkNesting(input, coverage.findings, context), input.planar);
  const findings = [...coverage.findings, ...nesting].sort(inOrder);
  const report: CheckReport = { ...coverage, findings, ok: isOk(coverage.nothing, findings) };
  return {
    report,
    names: new Map(input.zones.map(({ id, name }) => [id, name])),
    levels: true,
    timings: { read: read - started, parse: 0, check: performance.now() - read },
    warnings: [],
  };
}
