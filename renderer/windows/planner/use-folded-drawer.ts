import { useEffect, useEffectEvent } from 'react';

/**
 * Folds the tables below the map away once `wanted`, so that what stands beside the map has its whole
 * height, and brings them back when it is not any more, if they were there before.
 */
export function useFoldedDrawer(
  wanted: boolean,
  { open, setOpen }: { open: boolean; setOpen: (open: boolean) => void },
): void {
  const fold = useEffectEvent(() => {
    if (open) setOpen(false);
    return open;
  });
  useEffect(() => {
    if (!wanted) return undefined;
    const wasOpen = fold();
    return () => {
      if (wasOpen) setOpen(true);
    };
  }, [wanted, setOpen]);
}
