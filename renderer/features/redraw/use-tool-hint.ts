import { textKey, useText } from '#renderer/ui/use-text.ts';
import { useTools } from './tool-store.ts';

/** What the next click of the tool in hand does; null while none is. */
export function useToolHint(): string | null {
  const text = useText();
  const isInHand = useTools((state) => (state.activeId ?? state.borrowedId) !== null);
  const hint = useTools((state) => state.hint);
  return isInHand && hint ? text(textKey(hint.key), hint.params) : null;
}
