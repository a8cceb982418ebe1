import type { i18n } from 'i18next';
import { belongsTo } from '#shared/formats/source/group-files.ts';
import { wordsOf } from './arguments.ts';
import { BadInput, sentenceOf } from './bad-input.ts';
import type { CommandOutcome } from './command.ts';
import { inspectLayer } from './inspect-layer.ts';
import { type InspectedFile, jsonInspection, textInspection } from './inspect-report.ts';
import { readLayers } from './read-layers.ts';
import { readReference } from './read-reference.ts';

/** What can be said of one file, with those that belong to it. @throws BadInput */
async function inspectFiles(
  names: readonly string[],
  encoding: string | undefined,
  reference: Awaited<ReturnType<typeof readReference>>,
  translator: i18n,
): Promise<InspectedFile[]> {
  const files: InspectedFile[] = [];
  for (const { file, bytes, result } of await readLayers(names, encoding, translator)) {
    const layers = [];
    for (const layer of result.layers) layers.push(await inspectLayer(layer, file, reference));
    files.push({ file, format: result.format, bytes, layers });
  }
  return files;
}

/**
 * The files as they are to be read: those that belong together by their names, as `data/*` gives them, at
 * once.
 */
function readTogether(names: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const name of new Set(names)) {
    const group = groups.find(([first = '']) => belongsTo(name, first));
    if (group) group.push(name);
    else groups.push([name]);
  }
  return groups;
}

/**
 * Says what files are; one that cannot be read does not keep the others from being told of. Exit status 1
 * when a shape cannot be read, 2 when a file cannot. @throws BadInput
 */
export async function runInspect(
  options: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  const names = wordsOf(options, 'files');
  if (names.length === 0) throw new BadInput('filesRequired');
  const reference = await readReference(options.get('--boundary'), translator);
  const files: InspectedFile[] = [];
  const refused: BadInput[] = [];
  for (const one of readTogether(names)) {
    try {
      const encoding = options.get('--encoding');
      files.push(...(await inspectFiles(one, encoding, reference, translator)));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      refused.push(error);
    }
  }
  const [first] = refused;
  if (first && files.length === 0 && refused.length === 1) throw first;
  const unreadable = files.some(({ layers }) => layers.some(({ counts }) => counts.unreadable > 0));
  const told = files.length > 0 || options.has('--json');
  const write = options.has('--json') ? jsonInspection : textInspection;
  return {
    stdout: told ? write(files, translator) : '',
    stderr: refused.map((error) => `${sentenceOf(error, translator)}\n`).join(''),
    exitCode: refused.length > 0 ? 2 : unreadable ? 1 : 0,
  };
}
