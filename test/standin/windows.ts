import { readFileSync } from 'node:fs';
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebContents,
} from 'electron';
import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import { toPageUrl } from './addresses.ts';
import { preloadScript } from './page-side.ts';
import { onlyKnown, StrictEmitter, stoppable, strict } from './strict.ts';
import { StandinContents } from './web-contents.ts';

type Implemented =
  | 'id'
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'close'
  | 'isDestroyed'
  | 'isMinimized'
  | 'restore'
  | 'isMaximized'
  | 'maximize'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'setMenuBarVisibility';

const honoured =
  'x y width height minWidth minHeight show autoHideMenuBar icon backgroundColor webPreferences';
const honouredPreferences =
  'preload sandbox contextIsolation nodeIntegration webviewTag spellcheck backgroundThrottling';

/** One window = one page of the browser. Its frame is bookkeeping; its inside has the real size. */
export class StandinWindow extends StrictEmitter implements Pick<BrowserWindow, Implemented> {
  readonly id: number;
  readonly contents: StandinContents;
  readonly webContents: WebContents;
  page: Page | null = null;
  readonly #windows: StandinWindows;
  /** Its page, once there. */
  readonly opening: Promise<Page>;
  /** Its first document, once it is there; a window that loads nothing is ready at once. */
  loading: Promise<unknown> = Promise.resolve();
  #bounds: Rectangle;
  #destroyed = false;
  #maximised = false;
  #fullScreen = false;

  constructor(windows: StandinWindows, options: BrowserWindowConstructorOptions) {
    super('BrowserWindow', ['close', 'closed', 'ready-to-show']);
    onlyKnown('BrowserWindow option', options, honoured.split(' '));
    const preferences = options.webPreferences ?? {};
    onlyKnown('web preference', preferences, honouredPreferences.split(' '));
    if (!preferences.sandbox || !preferences.contextIsolation || preferences.nodeIntegration) {
      throw new Error('The stand-in knows only sandboxed windows.');
    }
    this.#windows = windows;
    this.id = windows.nextId();
    this.contents = new StandinContents(this.id, () => this.page);
    this.webContents = strict('webContents', this.contents) as unknown as WebContents;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.opening = this.#open(preferences.preload);
    // Reported by loadURL; a window that never loads anything fails nobody.
    this.opening.catch(() => undefined);
  }

  async #open(preload: string | undefined): Promise<Page> {
    const page = await this.#windows.context.newPage();
    page.on('close', () => this.#finish());
    page.on('crash', () =>
      this.contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    );
    page.once('domcontentloaded', () => this.emit('ready-to-show'));
    page.on('popup', (popup) => {
      if (!this.contents.allowsPopup(popup.url())) void popup.close();
    });
    if (preload !== undefined) {
      await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) });
    }
    this.page = page;
    await this.#resize();
    return page;
  }

  async #resize(): Promise<void> {
    const { width, height } = this.getBounds();
    await this.page?.setViewportSize({ width, height }).catch(() => undefined);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.opening;
    const loading = page.goto(toPageUrl(url), { waitUntil: 'load' });
    this.loading = loading.catch(() => undefined);
    await loading;
  }

  show(): void {
    this.focus();
  }

  focus(): void {
    this.#windows.focused = this;
    this.page?.bringToFront().catch(() => undefined);
  }

  close(): void {
    const event = stoppable({});
    this.emit('close', event);
    if (event.defaultPrevented) return;
    void this.opening.then((page) => page.close()).catch(() => undefined);
  }

  #finish(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#windows.forget(this);
    this.emit('closed');
  }

  isDestroyed = () => this.#destroyed;
  isMinimized = () => false;
  restore = () => undefined;
  setMenuBarVisibility = () => undefined;

  isMaximized(): boolean {
    return this.#maximised;
  }

  maximize(): void {
    this.#maximised = true;
    void this.#resize();
  }

  isFullScreen(): boolean {
    return this.#fullScreen;
  }

  setFullScreen(on: boolean): void {
    this.#fullScreen = on;
    void this.#resize();
  }

  getBounds(): Rectangle {
    const display = this.#windows.displayAt(this.#bounds);
    if (this.#fullScreen) return display.bounds;
    return this.#maximised ? display.workArea : this.#bounds;
  }

  getNormalBounds(): Rectangle {
    return this.#bounds;
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    void this.#resize();
  }
}

/** The frame that navigates; null for a page that another page is just opening. */
function requestingFrame(route: Route): Frame | null {
  try {
    return route.request().frame();
  } catch {
    return null;
  }
}

/** All windows of one run, and the `BrowserWindow` class that opens them. */
export class StandinWindows {
  readonly context: BrowserContext;
  readonly displayAt: (bounds: Rectangle) => { bounds: Rectangle; workArea: Rectangle };
  focused: StandinWindow | null = null;
  readonly #open = new Map<StandinWindow, BrowserWindow>();
  readonly #events: { opened(contents: WebContents): void; lastClosed(): void };
  #ids = 0;

  constructor(
    context: BrowserContext,
    displayAt: StandinWindows['displayAt'],
    events: { opened(contents: WebContents): void; lastClosed(): void },
  ) {
    this.context = context;
    this.displayAt = displayAt;
    this.#events = events;
  }

  nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  all(): StandinWindow[] {
    return [...this.#open.keys()];
  }

  of(page: Page): StandinWindow | undefined {
    return this.all().find((window) => window.page === page);
  }

  forget(window: StandinWindow): void {
    this.#open.delete(window);
    if (this.focused === window) this.focused = this.all().at(-1) ?? null;
    if (this.#open.size === 0) this.#events.lastClosed();
  }

  /** Asks the app's listeners whether a page may leave for an address. */
  mayNavigate(route: Route, url: string): boolean {
    const frame = requestingFrame(route);
    if (!frame) return this.all().some(({ contents }) => contents.allowsPopup(url));
    const window = this.of(frame.page());
    // The first load is the app's own doing; listeners hear of those that a page starts.
    if (!window || window.contents.getURL() === '') return true;
    const isMainFrame = frame.parentFrame() === null;
    const event = stoppable({ url, isMainFrame });
    if (isMainFrame) window.contents.emit('will-navigate', event);
    window.contents.emit('will-frame-navigate', event);
    return !event.defaultPrevented;
  }

  /** The class that the app sees. */
  browserWindowClass(): object {
    const proxyOf = (window: StandinWindow | null | undefined) =>
      (window && this.#open.get(window)) ?? null;
    const open = (options: BrowserWindowConstructorOptions) => {
      const window = new StandinWindow(this, options);
      const proxy = strict('BrowserWindow', window) as unknown as BrowserWindow;
      this.#open.set(window, proxy);
      this.#events.opened(window.webContents);
      return proxy;
    };
    function BrowserWindowStandin(options: BrowserWindowConstructorOptions = {}) {
      return open(options);
    }
    Object.assign(BrowserWindowStandin, {
      getAllWindows: () => [...this.#open.values()],
      getFocusedWindow: () => proxyOf(this.focused),
      fromWebContents: (contents: WebContents) =>
        proxyOf(this.all().find((window) => window.webContents === contents)),
    } satisfies Partial<Record<keyof typeof BrowserWindow, unknown>>);
    return strictStatics(BrowserWindowStandin);
  }
}

/** Like `strict`, for a class: `new` goes through, missing statics throw. */
function strictStatics(constructor: object): object {
  return new Proxy(constructor, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key);
      throw new Error(`The stand-in for Electron does not implement BrowserWindow.${String(key)}.`);
    },
  });
}
