import { useCallback } from 'react';
import { applyChainFix, openChainFix } from '#renderer/state/chain-fix.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { keepHolder } from '#shared/edits/commands/keep-holder.ts';
import { raiseLimit } from '#shared/edits/commands/raise-limit.ts';
import type { ChainFix } from '#shared/model/chain-fix.ts';

/** What a press on a fix does: it is carried out where nothing is left to choose, else its form opens. */
export function useChainFixPress(finding: Finding) {
  const today = useToday();
  const say = useSayResult();
  return useCallback(
    (fix: ChainFix, from: HTMLElement | null): void => {
      if (fix.kind === 'keep-holder') {
        say(applyChainFix(finding, keepHolder, { postId: fix.postId, on: today }));
      } else if (fix.kind === 'raise-limit') {
        say(applyChainFix(finding, raiseLimit, fix));
      } else openChainFix({ finding, fix }, from);
    },
    [finding, today, say],
  );
}
