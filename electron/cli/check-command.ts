import type { i18n } from 'i18next';
import type { CheckContext } from '#shared/checks/pace.ts';
import { runCoverageCheck } from '#shared/checks/run-checks.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';
import { required } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { checkProject } from './check-project.ts';
import { dayOf, toleranceOf } from './check-options.ts';
import {
  boundaryFrom,
  exceptionsFrom,
  type FromFile,
  pointsFrom,
  zonesFrom,
} from './check-records.ts';
import type { Command, CommandOutcome } from './command.ts';
import { areaTypes, pointTypes } from './feature-warnings.ts';
import { InputFiles } from './input-files.ts';
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
    zones: required(options, '--zones', 'zonesOrProject'),
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

/** Reads the files, or the project, and proves the coverage. */
async function runCheck(
  options: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  if (options.has('--project')) {
    const answer = await checkProject(options, translator, unhurried).catch(refuseTooWide);
    return outcomeOf(answer, options.has('--json'), false, translator);
  }
  const args = argumentsFrom(options);
  const { planar, nameProperty } = args;
  const started = performance.now();
  const files = new InputFiles({ planar, nameProperty, asDrawn: true }, translator);
  const { zones } = files.zones(await files.read(args.zones), zonesFrom);
  const only = async <T>(
    file: string | null,
    types: Parameters<InputFiles['only']>[1],
    make: (from: FromFile) => T,
  ) => (file === null ? null : files.only(await files.read(file), types, make));
  const boundary = await only(args.boundary, areaTypes, boundaryFrom);
  const points = (await only(args.points, pointTypes, pointsFrom)) ?? [];
  const exceptions = (await only(args.exceptions, areaTypes, exceptionsFrom)) ?? [];
  const { readMs, warnings } = files;
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
    timings: {
      read: readMs,
      parse: parsed - started - readMs,
      check: performance.now() - parsed,
    },
    warnings,
  };
  return outcomeOf(answer, args.json, planar, translator);
}

function outcomeOf(
  answer: CheckAnswer,
  json: boolean,
  planar: boolean,
  translator: i18n,
): CommandOutcome {
  return {
    stdout: json ? jsonReport(answer, translator) : textReport(answer, planar, translator),
    stderr: answer.warnings.map((warning) => `${warning}\n`).join(''),
    exitCode: answer.report.ok ? 0 : 1,
  };
}

/** `hengzong check` */
export const checkCommand: Command = {
  options: {
    valued: [
      '--project',
      '--passphrase-file',
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
