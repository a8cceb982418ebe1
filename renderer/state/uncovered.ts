import { create } from 'zustand';

/** Places that the duty of the day leaves without anybody, as the map shows them while it is looked at. */
export const useUncovered = create<{ ids: readonly string[] }>()(() => ({ ids: [] }));

export function showUncovered(ids: readonly string[]): void {
  const before = useUncovered.getState().ids;
  if (before.length === ids.length && before.every((id, at) => id === ids[at])) return;
  useUncovered.setState({ ids });
}
