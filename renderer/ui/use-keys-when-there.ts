import { type RefObject, useEffect } from 'react';

/**
 * A table that appears after its tab was opened by its key: the keys, which nothing else has, go to it.
 * @param there whether the table can be found in `around` by now
 */
export function useKeysWhenThere(around: RefObject<HTMLElement | null>, there: boolean): void {
  useEffect(() => {
    if (!there || document.activeElement !== document.body) return;
    around.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }, [around, there]);
}
