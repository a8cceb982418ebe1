/** Whether a key asks for the menu of what is selected: the menu key, or Shift F10. */
export function asksForMenu({ key, shiftKey }: { key: string; shiftKey: boolean }): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}
