import type { i18n } from 'i18next';
import { wordsOf } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import type { CommandOutcome } from './command.ts';
import { inspectLayer } from './inspect-layer.ts';
import { type InspectedFile, jsonInspection, textInspection } from './inspect-report.ts';
import { readLayers } from './read-layers.ts';
import { readReference } from './read-reference.ts';

/** Says what files are. Exit status 1 when a shape cannot be read. @throws BadInput */
export async function runInspect(
  options: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  const names = wordsOf(options, 'files');
  if (names.length === 0) throw new BadInput('filesRequired');
  const reference = await readReference(options.get('--boundary'), translator);
  const files: InspectedFile[] = [];
  for (const { file, bytes, result } of await readLayers(
    names,
    options.get('--encoding'),
    translator,
  )) {
    const layers = [];
    for (const layer of result.layers) layers.push(await inspectLayer(layer, file, reference));
    files.push({ file, format: result.format, bytes, layers });
  }
  const unreadable = files.some(({ layers }) => layers.some(({ counts }) => counts.unreadable > 0));
  return {
    stdout: options.has('--json')
      ? jsonInspection(files, translator)
      : textInspection(files, translator),
    stderr: '',
    exitCode: unreadable ? 1 : 0,
  };
}
