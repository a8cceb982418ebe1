import type { i18n } from 'i18next';
import { repairLayer, WorseError } from '#shared/jobs/repair-layer.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { HostError } from '#shared/host/host-error.ts';
import { RepairRefused } from '#shared/topology/repair/repair-question.ts';
import { writeFileWhole } from '#electron/files/write-file-whole.ts';
import { BadInput } from './bad-input.ts';
import { refuseTooWide, unhurried } from './check-command.ts';
import { boundaryFrom, zonesFrom } from './check-records.ts';
import type { Command, CommandOutcome } from './command.ts';
import { areaTypes, warningsOf } from './feature-warnings.ts';
import { mendedFile, type NewGrounds } from './mended-file.ts';
import { featuresOf, type FileFeature, parseJson } from './parse-features.ts';
import { readText } from './read-text.ts';
import { refuseOwnInput } from './refuse-own-input.ts';
import { repairArguments, repairOptions } from './repair-arguments.ts';
import { type RepairAnswer, repairJson, repairText } from './repair-report.ts';

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
  given: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  const args = repairArguments(given);
  const { planar, nameProperty, maxAreaM2 } = args;
  const started = performance.now();
  const inputs = [args.zones, ...(args.boundary === null ? [] : [args.boundary])];
  await refuseOwnInput(args.out, inputs);
  const warnings: string[] = [];
  const read = async (file: string) => {
    const value = parseJson(file, await readText(file));
    const parsed = featuresOf(file, value, planar);
    return { value, parsed, from: { file, features: parsed.features, planar, nameProperty } };
  };
  type Read = Awaited<ReturnType<typeof read>>;
  const warn = ({ parsed: content, from }: Read, wants: (feature: FileFeature) => boolean) =>
    warnings.push(...warningsOf(from.file, content, wants, translator, from === source.from));
  const source = await read(args.zones);
  const { zones, left } = zonesFrom(source.from);
  if (zones.some(({ categories }) => categories.length > 0)) {
    throw new BadInput('repairCategories', { file: args.zones });
  }
  warn(source, ({ number }) => !left.has(number));
  const outline = args.boundary === null ? null : await read(args.boundary);
  if (outline) warn(outline, ({ geometry: { type } }) => areaTypes.includes(type));
  const boundary = outline && boundaryFrom(outline.from);
  const parsed = performance.now();

  const input = { boundary, zones, planar, maxAreaM2, maxWidthM: args.snapM };
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
  try {
    await writeFileWhole(args.out, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const reason = translator.t(error.key, error.params);
    throw new BadInput('notWritten', { reason });
  }
  const answer: RepairAnswer = {
    repair,
    names: new Map(zones.map(({ id, name }) => [id, name])),
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
