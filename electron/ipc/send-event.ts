import type { BrowserWindow } from 'electron';
import type { EventName } from '#shared/host/bridge.ts';
import type { EventPayload } from '#shared/host/channels.ts';

/** Sends one of the known events to the page in a window. */
export function sendEvent<Name extends EventName>(
  window: BrowserWindow,
  name: Name,
  payload: EventPayload<Name>,
): void {
  window.webContents.send(name, payload);
}
