import type { IpcMainInvokeEvent } from 'electron';
import type { BrowserContext, Frame } from 'playwright-core';
import { toAppUrl } from './addresses.ts';
import { invokeBinding } from './page-side.ts';
import { strict } from './strict.ts';
import type { StandinWindows } from './windows.ts';

type Listener = (event: IpcMainInvokeEvent, message: unknown) => unknown;

function senderFrame(frame: Frame): object {
  const parent = frame.parentFrame();
  return { url: toAppUrl(frame.url()), parent: parent && senderFrame(parent) };
}

/** `ipcMain`: answers the pages' messages with the listeners of the app. */
export class Ipc {
  readonly #listeners = new Map<string, Listener>();

  readonly ipcMain = strict('ipcMain', {
    handle: (channel: string, listener: Listener) => {
      if (this.#listeners.has(channel)) throw new Error(`Two handlers for '${channel}'.`);
      this.#listeners.set(channel, listener);
    },
  } satisfies Partial<Record<keyof Electron.IpcMain, unknown>>);

  async serve(context: BrowserContext, windows: StandinWindows): Promise<void> {
    await context.exposeBinding(
      invokeBinding,
      async ({ page, frame }, channel: string, message: unknown) => {
        const listener = this.#listeners.get(channel);
        if (!listener) return { error: `No handler registered for '${channel}'` };
        try {
          const sender = windows.of(page)?.webContents;
          const event = { sender, senderFrame: senderFrame(frame) };
          return { value: await listener(event as unknown as IpcMainInvokeEvent, message) };
        } catch (error) {
          return { error: String(error) };
        }
      },
    );
  }
}
