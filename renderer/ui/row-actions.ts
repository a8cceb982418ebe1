import type { KeyboardEvent } from 'react';

/**
 * Moves the keyboard between a table and what can be done with its selected row: F or the right
 * arrow into the row, left and right within it, Esc and left from the first back to the table.
 * Answers whether the key was meant for that; then the event is used up.
 */
export function moveInRow(event: KeyboardEvent, table: HTMLElement | null): boolean {
  if (!table || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
    return false;
  // Of several chosen rows the current one.
  const row = table.querySelector('[role="row"][data-current="true"]');
  const actions = [...(row?.querySelectorAll<HTMLElement>('[data-row-action]') ?? [])];
  const at = actions.indexOf(event.target as HTMLElement);
  let target: HTMLElement | undefined;
  if (event.target === table) {
    if (event.key === 'ArrowRight' || event.key.toLowerCase() === 'f') target = actions[0];
  } else if (at >= 0) {
    if (event.key === 'ArrowRight') target = actions[Math.min(at + 1, actions.length - 1)];
    else if (event.key === 'ArrowLeft') target = actions[at - 1] ?? table;
    else if (event.key === 'Escape') target = table;
  }
  if (!target) return false;
  event.preventDefault();
  target.focus({ preventScroll: true });
  return true;
}
