import { useCallback } from 'react';
import { type FixForm } from '#renderer/state/fix-outcome.ts';
import { applyHeldFix } from '#renderer/state/repair.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';

/** Carries the chosen fix out and says what happened. Answers whether it was done. */
export function useApply() {
  const say = useSayResult();
  return useCallback(
    async (form?: FixForm): Promise<boolean> => {
      const result = await applyHeldFix(form);
      return result ? say(result) : false;
    },
    [say],
  );
}
