import { App } from 'antd';
import { useCallback } from 'react';
import { edit } from '#renderer/state/project-actions.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Command } from '#shared/edits/command.ts';

/** Runs a command on the open project; a refusal is told with its reason. Answers whether it was done. */
export function useEdit() {
  const text = useText();
  const { message } = App.useApp();
  return useCallback(
    <Arguments>(command: Command<Arguments>, args: Arguments): boolean => {
      const result = edit(command, args);
      if (!('refused' in result)) return true;
      const reason = text(textKey(result.refused), result.params);
      message.warning({ content: text('planner.refused', { reason }), duration: 6 });
      return false;
    },
    [message, text],
  );
}
