import { textKey, useText } from '#renderer/ui/use-text.ts';
import { allTools } from './all-tools.ts';

const handKeys = [
  ['Enter', 'finish'],
  ['Backspace', 'stepBack'],
  ['N / P', 'step'],
  ['← ↑ → ↓', 'nudge'],
  ['Alt', 'noSnapping'],
] as const;

/** Keys of the map's tools, for the sheet of all keys. */
export function useToolKeyRows(): [combination: string, what: string][] {
  const text = useText();
  return [
    ...allTools.map(({ id, key }): [string, string] => [key, text(textKey(`redraw.${id}.name`))]),
    ...handKeys.map(([combination, name]): [string, string] => [
      combination,
      text(`redraw.keys.${name}`),
    ]),
  ];
}
