import type { i18n } from 'i18next';
import { defaultToleranceM } from '#shared/checks/check-input.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';
import type { CheckArguments } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { boundaryFrom, pointsFrom, zonesFrom } from './check-records.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { areaTypes, type GeometryType, pointTypes, warningsOf } from './feature-warnings.ts';
import { parseFeatures } from './parse-features.ts';
import { readText } from './read-text.ts';
import { type CheckAnswer, jsonReport, textReport } from './report.ts';

/**
 * `hengzong check`: reads the files and proves the coverage.
 * @throws BadInput when a file cannot be used; Error when the check itself fails
 */
export async function checkCommand(
  args: CheckArguments,
  translator: i18n,
): Promise<CommandOutcome> {
  const { planar, nameProperty } = args;
  const started = performance.now();
  const texts = {
    zones: await readText(args.zones),
    boundary: args.boundary === null ? null : await readText(args.boundary),
    points: args.points === null ? null : await readText(args.points),
  };
  const read = performance.now();

  const warnings: string[] = [];
  const features = (file: string, text: string, wanted: GeometryType[]) => {
    const parsed = parseFeatures(file, text, planar);
    warnings.push(...warningsOf(file, parsed, wanted, translator));
    return { file, features: parsed.features, planar, nameProperty };
  };
  const zones = zonesFrom(features(args.zones, texts.zones, areaTypes));
  const boundary =
    args.boundary === null || texts.boundary === null
      ? null
      : boundaryFrom(features(args.boundary, texts.boundary, areaTypes));
  const points =
    args.points === null || texts.points === null
      ? []
      : pointsFrom(features(args.points, texts.points, pointTypes));
  const parsed = performance.now();

  const report = await runCoverageCheck(
    {
      boundary,
      zones,
      points,
      exceptions: [],
      issueClasses: [],
      on: new Date().toISOString().slice(0, 10),
      planar,
      toleranceM: defaultToleranceM,
    },
    { progress: () => undefined, breathe: () => Promise.resolve() },
  ).catch((error: unknown) => {
    if (!(error instanceof TooWideError)) throw error;
    throw new BadInput('tooWide', { x: error.x, y: error.y });
  });
  const answer: CheckAnswer = {
    report,
    names: new Map(zones.map(({ id, name }) => [id, name])),
    timings: { read: read - started, parse: parsed - read, check: performance.now() - parsed },
    warnings,
  };
  return {
    stdout: args.json ? jsonReport(answer, translator) : textReport(answer, planar, translator),
    stderr: warnings.map((warning) => `${warning}\n`).join(''),
    exitCode: report.ok ? 0 : 1,
  };
}
