import type { BrowserContext, Route } from 'playwright-core';
import { toAppUrl } from './addresses.ts';
import { strict } from './strict.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (
  details: { url: string },
  decide: (response: { cancel?: boolean }) => void,
) => void;
/** Says whether a page may go to an address; see StandinWindows. */
type MayNavigate = (route: Route, appUrl: string) => boolean;

/** `protocol` and `session`: what the app serves, and what it lets through. */
export class Network {
  readonly #handlers = new Map<string, Handler>();
  #beforeRequest: BeforeRequest | null = null;
  #ready = false;
  /** Schemes that were declared before the app was ready. */
  readonly #privileged = new Set<string>();

  readonly protocol = strict('protocol', {
    registerSchemesAsPrivileged: (schemes: { scheme: string }[]) => {
      if (this.#ready) throw new Error('registerSchemesAsPrivileged must come before ready.');
      for (const { scheme } of schemes) this.#privileged.add(scheme);
    },
    handle: (scheme: string, handler: Handler) => {
      if (!this.#ready) throw new Error('protocol.handle can only be used after ready.');
      if (!this.#privileged.has(scheme)) throw new Error(`${scheme}: was not declared.`);
      if (this.#handlers.has(scheme)) throw new Error(`${scheme}: is handled already.`);
      this.#handlers.set(scheme, handler);
    },
  } satisfies Partial<Record<keyof Electron.Protocol, unknown>>);

  readonly session = strict('session', {
    defaultSession: strict('session.defaultSession', {
      webRequest: strict('webRequest', {
        onBeforeRequest: (listener: BeforeRequest) => {
          this.#beforeRequest = listener;
        },
      } satisfies Partial<Record<keyof Electron.WebRequest, unknown>>),
      // Chromium under test grants nothing by itself; the handlers have unit tests of their own.
      setPermissionRequestHandler: () => undefined,
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
    } satisfies Partial<Record<keyof Electron.Session, unknown>>),
  });

  becomeReady(): void {
    this.#ready = true;
  }

  /** Puts every request of the browser through the app; none reaches a network. */
  async serve(context: BrowserContext, mayNavigate: MayNavigate): Promise<void> {
    await context.route('**/*', async (route) => {
      const url = toAppUrl(route.request().url());
      if (route.request().isNavigationRequest() && !mayNavigate(route, url)) {
        return route.abort('aborted');
      }
      if (this.#cancels(url)) return route.abort('blockedbyclient');
      const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
      if (!handler) return route.abort('internetdisconnected');
      const method = route.request().method();
      const response = await handler(new Request(url, { method }));
      return route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
  }

  #cancels(url: string): boolean {
    let cancelled = false;
    this.#beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return cancelled;
  }
}
