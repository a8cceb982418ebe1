import { textKey, useText } from '#renderer/ui/use-text.ts';
import { allTools } from './all-tools.ts';

const handKeys = [
  ['Enter', 'finish'],
  ['Backspace', 'stepBack'],
  ['N / P', 'step'],
  ['← ↑ → ↓', 'nudge'],
  ['Alt', 'noSnapping'],
] as const;

/** A key, or several pressed together, and what they do. */
export type KeyRow = readonly [combination: string, what: string];

/** Keys of the map's tools, for the sheet of all keys: those of borders, of ground, and of any in hand. */
export function useToolKeyRows(): Record<'border' | 'ground' | 'hand', KeyRow[]> {
  const text = useText();
  const toolRows = (group: 'border' | 'ground') =>
    allTools
      .filter((tool) => tool.group === group)
      .map(({ id, key }): KeyRow => [key, text(textKey(`redraw.${id}.name`))]);
  return {
    border: toolRows('border'),
    ground: toolRows('ground'),
    hand: handKeys.map(([combination, name]) => [combination, text(`redraw.keys.${name}`)]),
  };
}
