import { unzipSync, zipSync } from 'fflate';
import { FormatError } from '#shared/formats/format-error.ts';
import { declaredChoice, layerInWgs84 } from '#shared/formats/import/convert-layer.ts';
import { describeTable } from '#shared/formats/mapping/describe-table.ts';
import { proposeTarget } from '#shared/formats/mapping/propose-mapping.ts';
import { readSource } from '#shared/formats/registry.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type { SourceFile } from '#shared/formats/source/source.ts';
import { corpus } from './corpus.ts';
import { mutate } from './mutate.ts';
import { randomNumbers } from './random.ts';

/** What became of the mutations. */
export interface FuzzOutcome {
  count: number;
  read: number;
  refused: Map<string, number>;
  /** Errors that nobody had foreseen, with what they take to be had again. */
  failures: { file: string; mutation: number; error: unknown }[];
  /** The mutation that took longest, in milliseconds. */
  slowest: { file: string; mutation: number; ms: number };
}

/** Libraries whose own errors on damaged files are taken as they come. */
const foreseenDamage = /\.(fgb|jpg)$/;

/** What is in a zip; null where it is packed in a way that nobody here unpacks, or sealed. */
function partsOf(bytes: Uint8Array): [string, Uint8Array][] | null {
  try {
    return Object.entries(unzipSync(bytes));
  } catch {
    return null;
  }
}

/** A zip with what is in it damaged, since damage to the packed bytes is always found. */
function mutateInside(bytes: SourceFile['bytes'], random: () => number): Uint8Array<ArrayBuffer> {
  const parts = partsOf(bytes);
  if (!parts) return mutate(bytes, random);
  const chosen = Math.floor(random() * parts.length);
  return zipSync(
    Object.fromEntries(
      parts.map(([name, part], i) => [name, i === chosen ? mutate(part.slice(), random) : part]),
    ),
    { level: 0 },
  );
}

const isZip = ({ bytes }: SourceFile) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function damaged(files: readonly SourceFile[], random: () => number): SourceFile[] {
  const chosen = Math.floor(random() * files.length);
  return files.map((file, i) => {
    if (i !== chosen) return file;
    const inside = isZip(file) && random() < 0.7;
    return {
      ...file,
      bytes: inside ? mutateInside(file.bytes, random) : mutate(file.bytes, random),
    };
  });
}

/** Reads files as the import does, as far as their plan. @throws FormatError */
async function readAll(files: readonly SourceFile[]): Promise<void> {
  for (const source of groupFiles(files)) {
    const { layers } = await readSource(source);
    for (const layer of layers) {
      const placed = await layerInWgs84(layer, declaredChoice(layer));
      proposeTarget(describeTable(placed), true);
    }
  }
}

/** Damages every file of the corpus in turn, `count` times in all, and reads what is left. */
export async function fuzzFiles(count: number, seed: number): Promise<FuzzOutcome> {
  const groups = await corpus();
  const outcome: FuzzOutcome = {
    count,
    read: 0,
    refused: new Map(),
    failures: [],
    slowest: { file: '', mutation: 0, ms: 0 },
  };
  for (let mutation = 0; mutation < count; mutation++) {
    const group = groups[mutation % groups.length] ?? [];
    const file = group[0]?.name ?? '';
    const files = damaged(group, randomNumbers(seed + mutation));
    const started = performance.now();
    try {
      await readAll(files);
      outcome.read += 1;
    } catch (error) {
      const isForeseen =
        error instanceof FormatError &&
        (error.key !== 'format.damaged' || foreseenDamage.test(file));
      if (!isForeseen) outcome.failures.push({ file, mutation, error });
      else outcome.refused.set(error.key, (outcome.refused.get(error.key) ?? 0) + 1);
    }
    const ms = performance.now() - started;
    if (ms > outcome.slowest.ms) outcome.slowest = { file, mutation, ms };
  }
  return outcome;
}
