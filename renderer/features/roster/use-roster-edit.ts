import { useCallback } from 'react';
import { edit } from '#renderer/state/project-actions.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Command } from '#shared/edits/command.ts';

/** Runs a command; answers with the sentence of its refusal, or null when it was done. */
export function useTry() {
  const text = useText();
  return useCallback(
    <Arguments>(command: Command<Arguments>, args: Arguments): string | null => {
      const result = edit(command, args);
      return 'refused' in result ? text(textKey(result.refused), result.params) : null;
    },
    [text],
  );
}
