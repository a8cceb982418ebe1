import { basename, dirname, join } from 'node:path';
import type { i18n } from 'i18next';
import { writeFileWhole } from '#electron/files/write-file-whole.ts';
import { layerPositions } from '#shared/formats/import/layer-positions.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import type { WriteOptions } from '#shared/formats/write/writer.ts';
import {
  lossesOf,
  writeLayers,
  type WrittenFormat,
  writtenFormatOf,
} from '#shared/formats/write-registry.ts';
import { findCrs } from '#shared/geo/crs/crs.ts';
import { HostError } from '#shared/host/host-error.ts';
import { BadInput } from './bad-input.ts';
import { type ChosenCrs, chooseCrs } from './choose-crs.ts';
import type { CommandOutcome } from './command.ts';
import { type ConvertArguments, convertArguments } from './convert-arguments.ts';
import { crsName, evidenceText } from './inspect-report.ts';
import { placeLayer } from './place-layer.ts';
import { namedFiles, refuseFolder, stemOf, writtenNames } from './output-files.ts';
import { type ReadFile, readLayers, sayingFormatErrors } from './read-layers.ts';
import { readReference } from './read-reference.ts';
import { refuseOwnInput } from './refuse-own-input.ts';

interface NamedLayer {
  file: string;
  layer: SourceLayer;
}

/** Layers of all files, or those of one name; a layer without name is called after its file. */
function layersOf(read: readonly ReadFile[], wanted: string | null): NamedLayer[] {
  const all = read.flatMap(({ file, result }) =>
    result.layers.map((layer) => ({
      file,
      layer: layer.layer === '' && read.length > 1 ? { ...layer, layer: stemOf(file) } : layer,
    })),
  );
  if (wanted === null) return all;
  const chosen = all.filter(
    ({ file, layer }) => layer.layer === wanted || (layer.layer === '' && stemOf(file) === wanted),
  );
  if (chosen.length === 0) {
    const names = all.map(({ file, layer }) => layer.layer || stemOf(file)).join('、');
    throw new BadInput('noLayer', { layer: wanted, names });
  }
  return chosen;
}

async function crsOf(
  { file, layer }: NamedLayer,
  args: ConvertArguments,
  reference: Awaited<ReturnType<typeof readReference>>,
): Promise<ChosenCrs> {
  const { fromCrs, swapped } = args;
  if (fromCrs !== null) return { crs: fromCrs, swapped, evidence: [], assumed: false };
  const chosen = await chooseCrs(layer, file, reference);
  return swapped ? { ...chosen, swapped } : chosen;
}

/** Numbers that can be degrees, read as metres because somebody said so, lie in the sea off Africa. */
function areDegrees(layer: SourceLayer, { crs }: ChosenCrs): boolean {
  if (findCrs(crs)?.unit !== 'metres') return false;
  const positions = layerPositions(layer);
  return (
    positions.length > 0 &&
    positions.every(([x = 0, y = 0]) => Math.abs(x) <= 180 && Math.abs(y) <= 180)
  );
}

function crsWarning(name: string, chosen: ChosenCrs, translator: i18n): string[] {
  if (chosen.assumed) return [translator.t('cli.convert.assumed', { layer: name })];
  // What a file plainly says in degrees needs no word.
  const isPlain = chosen.crs === 'EPSG:4326' && !chosen.swapped;
  if (chosen.evidence.length === 0 || isPlain) return [];
  const evidence = evidenceText(chosen.evidence, translator);
  const params = { layer: name, name: crsName(chosen.crs, translator), evidence };
  return [translator.t('cli.convert.crs', params)];
}

/** How many rows of a layer have a shape that cannot be used, and a sentence about it. */
function unusable(
  name: string,
  layer: SourceLayer,
  translator: i18n,
): { n: number; text: string[] } {
  const bad = layer.rows.filter(({ problem }) => problem !== null);
  const [first] = bad;
  if (!first) return { n: 0, text: [] };
  const reason = translator.t(`import.reason.${first.problem}`);
  const params = { layer: name, n: bad.length, row: first.number, reason };
  return { n: bad.length, text: [translator.t('cli.convert.unreadable', params)] };
}

async function save(folder: string, name: string, bytes: Uint8Array, translator: i18n) {
  try {
    await writeFileWhole(join(folder, name), bytes);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new BadInput('notWritten', { reason: translator.t(error.key, error.params) });
  }
}

/**
 * Reads files, places their layers in WGS84 and writes them in the format that the output's suffix
 * asks for. Exit status 1 when a shape was lost. @throws BadInput; nothing is written then
 */
export async function runConvert(
  given: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  const args = convertArguments(given);
  const t = (key: string, params: Record<string, unknown> = {}) => translator.t(key, params);
  await refuseFolder(args.out);
  const format: WrittenFormat = await sayingFormatErrors(args.out, translator, () =>
    Promise.resolve().then(() => writtenFormatOf(args.out)),
  );
  await refuseOwnInput(args.out, args.files);
  const reference = await readReference(args.boundary, translator);
  const layers = layersOf(await readLayers(args.files, args.encoding, translator), args.layer);

  const warnings: string[] = [];
  const tables: SourceLayer[] = [];
  const systems: string[] = [];
  let lost = 0;
  for (const named of layers) {
    const name = named.layer.layer || basename(named.file);
    const chosen = await crsOf(named, args, reference);
    const placed = await sayingFormatErrors(named.file, translator, () =>
      placeLayer(named.layer, chosen),
    );
    const bad = unusable(name, placed, translator);
    lost += bad.n;
    warnings.push(
      ...placed.problems.map(({ key, params }) => `${name}：${t(`format.problem.${key}`, params)}`),
      ...crsWarning(name, chosen, translator),
      ...(areDegrees(named.layer, chosen)
        ? [t('cli.convert.degrees', { layer: name, name: crsName(chosen.crs, translator) })]
        : []),
      ...bad.text,
    );
    tables.push(placed);
    systems.push(chosen.crs);
  }

  const options: WriteOptions = { crs: args.toCrs, encoding: args.outEncoding, members: {} };
  const losses = await lossesOf(format, tables, options);
  for (const { key, params } of losses) {
    warnings.push(t('cli.convert.loss', { loss: t(`format.loss.${key}`, params) }));
  }
  const files = await sayingFormatErrors(args.out, translator, () =>
    writeLayers(format, tables, options, stemOf(args.out)),
  );
  const named = namedFiles(files, args.out, tables.length);
  for (const { name } of named) await refuseOwnInput(join(dirname(args.out), name), args.files);
  for (const { name, bytes } of named) await save(dirname(args.out), name, bytes, translator);

  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const answer = {
    files: named.map(({ name }) => join(dirname(args.out), name)),
    format,
    crs: args.toCrs,
    layers: tables.map(({ layer, rows: { length } }, i) => ({
      name: layer,
      rows: length,
      fromCrs: systems[i],
    })),
    losses: losses.map(({ key, params }) => ({ key, ...params })),
    warnings,
  };
  const written = {
    file: writtenNames(answer.files),
    layers: tables.length,
    rows,
    crs: crsName(args.toCrs, translator),
  };
  return {
    stdout: args.json ? `${JSON.stringify(answer)}\n` : `${t('cli.convert.written', written)}\n`,
    stderr: args.json ? '' : warnings.map((warning) => `${warning}\n`).join(''),
    exitCode: lost > 0 ? 1 : 0,
  };
}
