import { useCallback, useRef } from 'react';

/** How a row is chosen: alone, added or taken away, or all from the one chosen before. */
export type ChoosingHow = 'alone' | 'toggle' | 'range';

/** Which rows of a long list are chosen, as in a spreadsheet or a file list. */
export function useGridSelection(
  keys: readonly string[],
  selected: ReadonlySet<string>,
  onSelected: (keys: ReadonlySet<string>) => void,
) {
  const anchor = useRef<string | null>(null);
  return useCallback(
    (key: string, how: ChoosingHow) => {
      const from = anchor.current === null ? -1 : keys.indexOf(anchor.current);
      if (how === 'range' && from >= 0) {
        const to = keys.indexOf(key);
        onSelected(new Set(keys.slice(Math.min(from, to), Math.max(from, to) + 1)));
        return;
      }
      anchor.current = key;
      if (how !== 'toggle') return onSelected(new Set([key]));
      const next = new Set(selected);
      if (!next.delete(key)) next.add(key);
      onSelected(next);
    },
    [keys, selected, onSelected],
  );
}
