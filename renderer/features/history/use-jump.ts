import { App } from 'antd';
import { useCallback } from 'react';
import { jumpTo } from '#renderer/state/project-actions.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** Goes to the state after a step of the history, and says so. */
export function useJump(): (sequence: number) => void {
  const text = useText();
  const { message } = App.useApp();
  return useCallback(
    (sequence) => {
      void jumpTo(sequence).then((reached) => {
        if (reached) message.success(text('history.reached', { sequence }));
      });
    },
    [message, text],
  );
}
