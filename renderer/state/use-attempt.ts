import { App } from 'antd';
import { useCallback, useState } from 'react';
import { errorText } from './error-text.ts';

/**
 * Runs what may fail and says in one sentence why it did; `busy` while it runs. `attempt` answers whether
 * it came to its end.
 */
export function useAttempt() {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const attempt = useCallback(
    async (task: () => Promise<unknown>): Promise<boolean> => {
      setBusy(true);
      try {
        await task();
        return true;
      } catch (error) {
        message.error({ content: errorText(error), duration: 8 });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [message],
  );
  return { busy, attempt };
}
