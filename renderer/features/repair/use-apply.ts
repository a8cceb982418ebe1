import { App } from 'antd';
import { useCallback } from 'react';
import { type FixForm } from '#renderer/state/fix-outcome.ts';
import { applyHeldFix } from '#renderer/state/repair.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';

/** Carries the chosen fix out and says what happened. Answers whether it was done. */
export function useApply() {
  const text = useText();
  const { message } = App.useApp();
  return useCallback(
    async (form?: FixForm): Promise<boolean> => {
      const result = await applyHeldFix(form);
      if (!result) return false;
      if ('refused' in result) {
        const reason = text(textKey(result.refused), result.params);
        message.warning({ content: text('planner.refused', { reason }), duration: 6 });
        return false;
      }
      const label = text(textKey(result.label.key), result.label.params);
      message.success(text('repair.done', { label }));
      return true;
    },
    [message, text],
  );
}
