import { create } from 'zustand';
import { useText } from '#renderer/ui/use-text.ts';

/** What the handles of the selected zone can be told of: null while it has none. */
export type HandleState = 'zoomForHandles' | 'handles' | 'focused' | 'crowded' | null;

const words = {
  zoomForHandles: 'hint.zoomForHandles',
  handles: 'hint.handles',
  focused: 'vertex.focused',
  crowded: 'hint.crowdedHandles',
} as const;

/** How the handles stand, as the map has them. */
export const useHandles = create<{ state: HandleState }>()(() => ({ state: null }));

/** What can be done with the handles of the selected zone; null where it has none. */
export function useHandleHint(): string | null {
  const text = useText();
  const state = useHandles((handles) => handles.state);
  return state && text(words[state]);
}
