import type { i18n } from 'i18next';
import { repairLayer, WorseError } from '#shared/jobs/repair-layer.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { RepairRefused } from '#shared/topology/repair/repair-question.ts';
import { BadInput } from './bad-input.ts';
import { refuseTooWide, unhurried } from './check-command.ts';
import { boundaryFrom, exceptionsFrom, zonesFrom } from './check-records.ts';
import type { Command, CommandOutcome } from './command.ts';
import { areaTypes } from './feature-warnings.ts';
import { InputFiles } from './input-files.ts';
import { mendedFile, type NewGrounds } from './mended-file.ts';
import { refuseOwnInput } from './refuse-own-input.ts';
import { repairArguments, repairOptions } from './repair-arguments.ts';
import { type RepairAnswer, repairJson, repairText } from './repair-report.ts';
import { writeResult } from './write-result.ts';

/** Ground in m² that corners on a common border may bring by the rounding of their places. */
const cornersM2 = 0.005;

/** A repair that would do harm is refused. @throws BadInput, else what came in */
function refuseHarm(error: unknown): never {
  if (error instanceof WorseError || error instanceof RepairRefused) {
    throw new BadInput('repairFailed', { reason: error.message });
  }
  return refuseTooWide(error);
}

/**
 * `hengzong repair`: mends what is within the limits and writes the zones to a new file, whole or
 * not at all.
 * @throws BadInput when a file cannot be used or written, or the repair fails; then nothing is written
 */
async function runRepair(
  options: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  const args = repairArguments(options);
  const { planar, nameProperty, maxAreaM2 } = args;
  const started = performance.now();
  const given = [args.zones, args.boundary, args.exceptions];
  await refuseOwnInput(
    args.out,
    given.filter((file) => file !== null),
  );
  const files = new InputFiles({ planar, nameProperty, keepsOthers: true }, translator);
  const source = await files.read(args.zones);
  const { zones, left } = files.zones(source, zonesFrom);
  const boundary =
    args.boundary === null
      ? null
      : files.only(await files.read(args.boundary), areaTypes, boundaryFrom);
  const exceptions =
    args.exceptions === null
      ? []
      : files.only(await files.read(args.exceptions), areaTypes, exceptionsFrom);
  const { warnings } = files;
  const parsed = performance.now();

  const { on, snapM: maxWidthM } = args;
  const input = { boundary, zones, exceptions, on, planar, maxAreaM2, maxWidthM };
  const repair = await repairLayer(input, unhurried).catch(refuseHarm);
  const repaired = performance.now();

  const ofZones = source.from.features.filter(({ number }) => !left.has(number));
  const numbers = [...new Set(ofZones.map(({ number }) => number))];
  const original = new Map(zones.map(({ id, geometry }) => [id, geometry]));
  const grounds: NewGrounds = new Map(
    zones.flatMap(({ id }, i) => {
      const ground = repair.grounds.get(id) ?? null;
      return !repair.grounds.has(id) || ground === original.get(id)
        ? []
        : [[numbers[i] ?? 0, ground] as const];
    }),
  );
  const cornersOnly = zones.filter(({ id, geometry }) => {
    const ground = repair.grounds.get(id);
    if (!ground || ground === geometry) return false;
    return Math.abs(areaM2(ground, planar) - areaM2(geometry as Area, planar)) < cornersM2;
  }).length;
  const text = mendedFile(source.value, grounds, planar);
  await writeResult(args.out, text, translator);
  const answer: RepairAnswer = {
    repair,
    names: new Map(zones.map(({ id, name }) => [id, name])),
    exceptionIds: new Set(exceptions.map(({ id }) => id)),
    limits: { maxAreaM2, maxWidthM: args.snapM },
    written: { file: args.out, changed: grounds.size, cornersOnly },
    timings: {
      read: parsed - started,
      repair: repaired - parsed,
      write: performance.now() - repaired,
    },
    warnings,
  };
  return {
    stdout: args.json ? repairJson(answer, translator) : repairText(answer, planar, translator),
    stderr: warnings.map((warning) => `${warning}\n`).join(''),
    exitCode: repair.after.findings.some(({ severity }) => severity !== 'note') ? 1 : 0,
  };
}

/** `hengzong repair` */
export const repairCommand: Command = { options: repairOptions, run: runRepair };
