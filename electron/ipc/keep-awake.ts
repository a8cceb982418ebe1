import { type BrowserWindow, powerSaveBlocker } from 'electron';

/** Blockers by window id. */
const blockers = new Map<number, number>();

function release(windowId: number): void {
  const blocker = blockers.get(windowId);
  if (blocker === undefined) return;
  blockers.delete(windowId);
  powerSaveBlocker.stop(blocker);
}

/** Keeps the display on for a window, until it says otherwise or closes. */
export function keepAwake(on: boolean, window: BrowserWindow): void {
  const { id } = window;
  if (!on) return release(id);
  if (blockers.has(id)) return;
  blockers.set(id, powerSaveBlocker.start('prevent-display-sleep'));
  window.once('closed', () => release(id));
}
