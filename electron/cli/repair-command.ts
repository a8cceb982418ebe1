import type { i18n } from 'i18next';
import { type LayerRepair, repairLayer, WorseError } from '#shared/jobs/repair-layer.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { HostError } from '#shared/host/host-error.ts';
import { RepairRefused } from '#shared/topology/repair/repair-question.ts';
import { TooWideError } from '#shared/topology/too-wide-error.ts';
import { writeFileWhole } from '#electron/files/write-file-whole.ts';
import { BadInput } from './bad-input.ts';
import { boundaryFrom, zonesFrom } from './check-records.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { areaTypes, warningsOf } from './feature-warnings.ts';
import { mendedFile, type NewGrounds } from './mended-file.ts';
import { featuresOf, type FileFeature, parseJson } from './parse-features.ts';
import { readText } from './read-text.ts';
import { refuseOwnInput } from './refuse-own-input.ts';
import type { RepairArguments } from './repair-arguments.ts';
import { type RepairAnswer, repairJson, repairText } from './repair-report.ts';

/** Ground in m² that corners on a common border may bring by the rounding of their places. */
const cornersM2 = 0.005;

const quiet = { progress: () => undefined, breathe: () => Promise.resolve() };

/** Numbers of the features that are zones, in the order of the zones. */
function zoneNumbers(features: readonly FileFeature[]): number[] {
  const areas = features.filter(({ geometry }) => areaTypes.includes(geometry.type));
  return [...new Set(areas.map(({ number }) => number))];
}

function toBadInput(error: unknown): unknown {
  if (error instanceof TooWideError) return new BadInput('tooWide', { x: error.x, y: error.y });
  if (error instanceof WorseError || error instanceof RepairRefused) {
    return new BadInput('repairFailed', { reason: error.message });
  }
  return error;
}

/**
 * `hengzong repair`: mends what is within the limits and writes the zones to a new file, whole or
 * not at all.
 * @throws BadInput when a file cannot be used or written, or the repair fails; then nothing is written
 */
export async function repairCommand(
  args: RepairArguments,
  translator: i18n,
): Promise<CommandOutcome> {
  const { planar, nameProperty, maxAreaM2 } = args;
  const started = performance.now();
  const inputs = [args.zones, ...(args.boundary === null ? [] : [args.boundary])];
  await refuseOwnInput(args.out, inputs);
  const warnings: string[] = [];
  const read = async (file: string) => {
    const value = parseJson(file, await readText(file));
    const parsed = featuresOf(file, value, planar);
    warnings.push(...warningsOf(file, parsed, areaTypes, translator, file === args.zones));
    return { value, from: { file, features: parsed.features, planar, nameProperty } };
  };
  const source = await read(args.zones);
  const zones = zonesFrom(source.from);
  const boundary = args.boundary === null ? null : boundaryFrom((await read(args.boundary)).from);
  const parsed = performance.now();

  const input = { boundary, zones, planar, maxAreaM2, maxWidthM: args.snapM };
  let repair: LayerRepair;
  try {
    repair = await repairLayer(input, quiet);
  } catch (error) {
    throw toBadInput(error);
  }
  const repaired = performance.now();

  const numbers = zoneNumbers(source.from.features);
  const original = new Map(zones.map(({ id, geometry }) => [id, geometry]));
  const grounds: NewGrounds = new Map(
    zones.flatMap(({ id }, i) => {
      const ground = repair.grounds.get(id) ?? null;
      return ground === original.get(id) ? [] : [[numbers[i] ?? 0, ground] as const];
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
