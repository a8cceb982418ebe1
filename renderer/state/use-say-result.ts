import { App } from 'antd';
import { useCallback } from 'react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { CommandResult } from '#shared/edits/command.ts';

/** Says what an edit did, and that it can be undone; or why it was refused. Answers whether it was done. */
export function useSayResult() {
  const text = useText();
  const { message } = App.useApp();
  return useCallback(
    (result: CommandResult): boolean => {
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
