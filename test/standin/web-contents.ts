import type { WebContents } from 'electron';
import type { Page } from 'playwright-core';
import { toAppUrl } from './addresses.ts';
import { dispatchFunction } from './page-side.ts';
import { StrictEmitter } from './strict.ts';

type Implemented = 'id' | 'getURL' | 'send' | 'reload' | 'setWindowOpenHandler';

const sent = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'render-process-gone',
];

/** The page of a window. */
export class StandinContents extends StrictEmitter implements Pick<WebContents, Implemented> {
  readonly id: number;
  readonly #page: () => Page | null;
  #opensWindow: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' });

  constructor(id: number, page: () => Page | null) {
    super('webContents', sent);
    this.id = id;
    this.#page = page;
  }

  getURL(): string {
    const url = this.#page()?.url() ?? 'about:blank';
    return url === 'about:blank' ? '' : toAppUrl(url);
  }

  send(channel: string, ...payload: unknown[]): void {
    if (payload.length > 1) throw new Error('The stand-in sends one payload.');
    const message = [dispatchFunction, channel, structuredClone(payload[0])] as const;
    const deliver = ([name, to, what]: typeof message) =>
      (globalThis as unknown as Record<string, (to: string, what: unknown) => void>)[name]?.(
        to,
        what,
      );
    // A page that is just closing gets nothing, as in Electron.
    this.#page()
      ?.evaluate(deliver, message)
      .catch(() => undefined);
  }

  reload(): void {
    this.#page()
      ?.reload()
      .catch(() => undefined);
  }

  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void {
    this.#opensWindow = handler;
  }

  /** Whether the app lets this page open another. */
  allowsPopup(url: string): boolean {
    return this.#opensWindow({ url } as never).action === 'allow';
  }
}
