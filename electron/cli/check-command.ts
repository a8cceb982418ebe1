import type { i18n } from 'i18next';
import type { CheckContext } from '#shared/checks/pace.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';
import { required } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { dayOf, toleranceOf } from './check-options.ts';
import { boundaryFrom, exceptionsFrom, pointsFrom, zonesFrom } from './check-records.ts';
import type { Command, CommandOutcome } from './command.ts';
import { areaTypes, pointTypes, warningsOf } from './feature-warnings.ts';
import { type FileFeature, parseFeatures } from './parse-features.ts';
import { readText } from './read-text.ts';
import { type CheckAnswer, jsonReport, textReport } from './report.ts';

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
  exceptions: string | null;
  toleranceM: number;
  /** Day of the check, `YYYY-MM-DD`. */
  on: string;
}

function argumentsFrom(options: ReadonlyMap<string, string>): CheckArguments {
  return {
    zones: required(options, '--zones', 'zonesRequired'),
    boundary: options.get('--boundary') ?? null,
    points: options.get('--points') ?? null,
    planar: options.has('--planar'),
    json: options.has('--json'),
    nameProperty: options.get('--name-property') ?? null,
    exceptions: options.get('--exceptions') ?? null,
    toleranceM: toleranceOf(options),
    on: dayOf(options),
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
    exceptions: args.exceptions === null ? null : await readText(args.exceptions),
  };
  const readAt = performance.now();

  const warnings: string[] = [];
  const read = (file: string, text: string) => {
    const content = parseFeatures(file, text, planar);
    return {
      content,
      from: { file, features: content.features, planar, nameProperty, asDrawn: true },
    };
  };
  /** What `make` finds in a file, and a warning for each feature of other types. */
  function only<T>(
    file: string | null,
    text: string | null,
    wanted: readonly FileFeature['geometry']['type'][],
    make: (from: ReturnType<typeof read>['from']) => T,
  ): T | null {
    if (file === null || text === null) return null;
    const { content, from } = read(file, text);
    const wants = ({ geometry }: FileFeature) => wanted.includes(geometry.type);
    warnings.push(...warningsOf(file, content, wants, translator));
    return make(from);
  }
  const zoneFile = read(args.zones, texts.zones);
  const { zones, left } = zonesFrom(zoneFile.from);
  const isZone = ({ number }: FileFeature) => !left.has(number);
  warnings.push(...warningsOf(args.zones, zoneFile.content, isZone, translator));
  const boundary = only(args.boundary, texts.boundary, areaTypes, boundaryFrom);
  const points = only(args.points, texts.points, pointTypes, pointsFrom) ?? [];
  const exceptions = only(args.exceptions, texts.exceptions, areaTypes, exceptionsFrom) ?? [];
  const parsed = performance.now();

  const report = await runCoverageCheck(
    {
      boundary,
      zones,
      points,
      exceptions,
      issueClasses: [],
      on: args.on,
      planar,
      toleranceM: args.toleranceM,
    },
    unhurried,
  ).catch(refuseTooWide);
  const answer: CheckAnswer = {
    report,
    names: new Map(zones.map(({ id, name }) => [id, name])),
    timings: { read: readAt - started, parse: parsed - readAt, check: performance.now() - parsed },
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
    valued: [
      '--zones',
      '--boundary',
      '--points',
      '--exceptions',
      '--tolerance',
      '--on',
      '--name-property',
      '--lang',
    ],
    switches: ['--planar', '--json'],
  },
  run: runCheck,
};
