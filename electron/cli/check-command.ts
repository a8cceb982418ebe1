import type { i18n } from 'i18next';
import { defaultToleranceM } from '#shared/checks/check-input.ts';
import type { CheckContext } from '#shared/checks/pace.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';
import { required } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { boundaryFrom, pointsFrom, zonesFrom } from './check-records.ts';
import type { Command, CommandOutcome } from './command.ts';
import { type FeatureFile, type FileFeature, parseFeatures } from './parse-features.ts';
import { readText } from './read-text.ts';
import { type CheckAnswer, jsonReport, textReport } from './report.ts';

type GeometryType = FileFeature['geometry']['type'];
const areaTypes: GeometryType[] = ['Polygon', 'MultiPolygon'];
const pointTypes: GeometryType[] = ['Point', 'MultiPoint'];

/** A sentence for each feature that is left out. */
export function warningsOf(
  file: string,
  read: FeatureFile,
  wanted: readonly GeometryType[],
  translator: i18n,
): string[] {
  const { features, empty } = read;
  const others = features.filter(({ geometry }) => !wanted.includes(geometry.type));
  return [
    ...empty.map((number) => translator.t('cli.warning.emptyGeometry', { file, number })),
    ...others.map(({ number, geometry: { type } }) =>
      translator.t('cli.warning.otherGeometry', { file, number, type }),
    ),
  ];
}

/** A check that nobody watches. */
export const unhurried: CheckContext = {
  progress: () => undefined,
  breathe: () => Promise.resolve(),
};

/** Data wider than the grid is the input's fault. @throws BadInput, else what came in */
export function refuseTooWide(error: unknown): never {
  if (!(error instanceof TooWideError)) throw error;
  throw new BadInput('tooWide', { x: error.x, y: error.y });
}

interface CheckArguments {
  zones: string;
  boundary: string | null;
  points: string | null;
  planar: boolean;
  json: boolean;
  nameProperty: string | null;
}

function argumentsFrom(options: ReadonlyMap<string, string>): CheckArguments {
  return {
    zones: required(options, '--zones', 'zonesRequired'),
    boundary: options.get('--boundary') ?? null,
    points: options.get('--points') ?? null,
    planar: options.has('--planar'),
    json: options.has('--json'),
    nameProperty: options.get('--name-property') ?? null,
  };
}

/** Reads the files and proves the coverage. */
async function runCheck(
  options: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  const args = argumentsFrom(options);
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
    unhurried,
  ).catch(refuseTooWide);
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

/** `hengzong check` */
export const checkCommand: Command = {
  options: {
    valued: ['--zones', '--boundary', '--points', '--name-property', '--lang'],
    switches: ['--planar', '--json'],
  },
  run: runCheck,
};
