import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Display, PowerSaveBlocker, Rectangle } from 'electron';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { WindowName } from '#shared/host/host.ts';
import type { Locale } from '#shared/model/locale.ts';
import { type AppSettings, StandinApp } from './app.ts';
import { DialogQueue } from './dialogs.ts';
import { type StandinDisplay, standinScreen } from './displays.ts';
import { Ipc } from './ipc.ts';
import { loadMain } from './load-main.ts';
import { MenuBar } from './menus.ts';
import { Network } from './network.ts';
import { stoppable, strict } from './strict.ts';
import { StandinWindows } from './windows.ts';

const ownFolder = join(import.meta.dirname, '..', '..');

export interface StandinOptions {
  /** Folder of this run's data; the same folder again is the app's next start. */
  userData: string;
  /** Folder with package.json and the compiled out/; this app's own when not given. */
  projectFolder?: string;
  /** Preferred language of the machine. */
  locale?: Locale;
  /** The first is primary. */
  displays?: StandinDisplay[];
  colorScheme?: 'light' | 'dark';
  /** How to start Chromium: path, switches, what the system asks for. */
  launch?: Parameters<typeof chromium.launchPersistentContext>[1];
}

export interface Standin {
  readonly context: BrowserContext;
  readonly dialogs: DialogQueue;
  /** Pages of the open windows, in the order they were opened. */
  windows(): Page[];
  /** The window showing this page, once it has loaded. @throws Error after `timeout` ms. */
  waitForWindow(name: WindowName, timeout?: number): Promise<Page>;
  /** What a window is like from outside. */
  frame(page: Page): { bounds: Rectangle; fullScreen: boolean; focused: boolean };
  clickMenu(id: string): void;
  menuLabel(id: string): string;
  /** Reasons for which the display is kept on. */
  keptAwake(): string[];
  /** The app is started once more with these words on its command line. */
  secondStart(words: string[], folder: string): void;
  /** Ends the app as its user would: windows are closed, then the browser. */
  close(): Promise<void>;
}

function displayAt(displays: readonly Display[]) {
  return ({ x, y }: Rectangle) => {
    const inside = ({ bounds }: Display) =>
      x >= bounds.x && y >= bounds.y && x < bounds.x + bounds.width && y < bounds.y + bounds.height;
    return displays.find(inside) ?? (displays[0] as Display);
  };
}

function standinPowerSaveBlocker() {
  const running = new Map<number, string>();
  let ids = 0;
  const powerSaveBlocker = strict('powerSaveBlocker', {
    start(reason: string) {
      ids += 1;
      running.set(ids, reason);
      return ids;
    },
    stop: (id: number) => running.delete(id),
  } satisfies Pick<PowerSaveBlocker, 'start' | 'stop'>);
  return { powerSaveBlocker, reasons: () => [...running.values()] };
}

/**
 * Runs the compiled, unmodified main process and preload against Chromium, with a stand-in for the
 * `electron` module. Whatever it does not implement throws. It is not Electron: preload and page
 * share a world, the origin is an https one, and frames of windows and menus are bookkeeping.
 */
export async function launchStandin(options: StandinOptions): Promise<Standin> {
  const { userData, projectFolder = ownFolder, locale = 'zh-CN' } = options;
  const { colorScheme = 'light', launch = {} } = options;
  const bounds = { x: 0, y: 0, width: 1366, height: 768 };
  const screen = standinScreen(options.displays ?? [{ id: 1, bounds }]);
  mkdirSync(join(userData, 'documents'), { recursive: true });
  const context = await chromium.launchPersistentContext(join(userData, 'chromium'), {
    ...launch,
    locale,
    colorScheme,
    acceptDownloads: false,
  });

  const settings: AppSettings = { projectFolder, userData, locale };
  const app = new StandinApp(settings, () => void end());
  const strictApp = strict('app', app);
  const windows = new StandinWindows(context, displayAt(screen.getAllDisplays()), {
    opened: (contents) => app.emit('web-contents-created', {}, contents),
    lastClosed: () => app.emit('window-all-closed'),
  });
  const dialogs = new DialogQueue();
  const menus = new MenuBar();
  const network = new Network();
  const ipc = new Ipc();
  const power = standinPowerSaveBlocker();
  await network.serve(context, (route, url) => windows.mayNavigate(route, url));
  await ipc.serve(context, windows);

  let ending: Promise<void> | undefined;
  function end(): Promise<void> {
    ending ??= context.close();
    return ending;
  }

  await loadMain(join(projectFolder, 'out', 'main', 'main.js'), randomUUID(), {
    app: strictApp,
    BrowserWindow: windows.browserWindowClass(),
    dialog: dialogs.dialog,
    ipcMain: ipc.ipcMain,
    Menu: menus.Menu,
    nativeTheme: strict('nativeTheme', { shouldUseDarkColors: colorScheme === 'dark' }),
    powerSaveBlocker: power.powerSaveBlocker,
    protocol: network.protocol,
    screen,
    session: network.session,
  });
  // The blank page a browser starts with is no window of the app.
  const [blank] = context.pages();
  network.becomeReady();
  app.becomeReady();

  const windowOf = (page: Page) => {
    const window = windows.of(page);
    if (!window) throw new Error(`${page.url()} is no window of the app.`);
    return window;
  };
  const pages = () => windows.all().flatMap(({ page }) => page ?? []);

  async function waitForWindow(name: WindowName, timeout = 20_000): Promise<Page> {
    const end = Date.now() + timeout;
    while (Date.now() < end) {
      const page = pages().find((open) => new URL(open.url()).pathname === `/${name}.html`);
      if (page) {
        await page.waitForLoadState('load');
        return page;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const open = pages().map((page) => page.url());
    throw new Error(`No window '${name}' opened; open: ${open.join(', ')}`);
  }

  await blank?.close().catch(() => undefined);
  return {
    context,
    dialogs,
    windows: pages,
    waitForWindow,
    frame(page) {
      const window = windowOf(page);
      return {
        bounds: window.getBounds(),
        fullScreen: window.isFullScreen(),
        focused: windows.focused === window,
      };
    },
    clickMenu: (id) => menus.click(id),
    menuLabel: (id) => menus.label(id),
    keptAwake: power.reasons,
    secondStart: (words, folder) => {
      app.emit('second-instance', stoppable({}), ['hengzong', ...words], folder, null);
    },
    async close() {
      // A window still opening would fail noisily under a browser that is gone.
      await Promise.allSettled(
        windows.all().map((window) => window.opening.then(() => window.loading)),
      );
      for (const window of windows.all()) window.close();
      await end();
    },
  };
}
