import { BrowserWindow, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WindowName } from '#shared/host/host.ts';
import { preloadFile, resourcesFolder } from '#electron/protocol/app-folders.ts';
import { rememberedState, rememberOnClose } from './window-state.ts';
import { parseWindowUrl, windowUrl } from './window-url.ts';

/** Grounds of look.md, shown until the page has painted its own. */
const ground = { paper: '#fbfaf7', night: '#0c1016' } as const;

function create(name: WindowName): BrowserWindow {
  const { bounds, maximised } = rememberedState(name);
  const night = name === 'wall' || nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 520,
    show: false,
    // The planner draws a menu of its own; Alt shows this one. The others are for looking only.
    autoHideMenuBar: true,
    // Windows and macOS take the icon from the program file.
    ...(process.platform === 'linux' ? { icon: join(resourcesFolder(), 'icons', 'icon.png') } : {}),
    backgroundColor: night ? ground.night : ground.paper,
    webPreferences: {
      preload: preloadFile(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Its dictionaries would be fetched from the network.
      spellcheck: false,
      // A wall goes on following the planner while another window lies over it.
      backgroundThrottling: name === 'planner',
    },
  });
  if (name !== 'planner') window.setMenuBarVisibility(false);
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberOnClose(window, name);
  return window;
}

/** A page that died is loaded again: a wall hangs for weeks with nobody near it. */
function reviveOnCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    void wait(2000).then(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    });
  });
}

/** Addresses that windows were opened with, for the moment before they have loaded. */
const openedWith = new WeakMap<BrowserWindow, string>();

/** Which page a window shows now: a planner moves from project to project. */
function shownIn(window: BrowserWindow) {
  return parseWindowUrl(window.webContents.getURL() || (openedWith.get(window) ?? ''));
}

function find(name: WindowName, projectId: string | null): BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((window) => {
    const shown = shownIn(window);
    return shown?.window === name && shown.projectId === projectId;
  });
}

function load(window: BrowserWindow, url: string): void {
  openedWith.set(window, url);
  window.loadURL(url).catch((error: unknown) => {
    console.error(error);
    // Never an app that runs with nothing to see.
    if (!window.isDestroyed()) window.show();
  });
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function fillDisplay(window: BrowserWindow, displayId: string | null): void {
  const display =
    screen.getAllDisplays().find(({ id }) => String(id) === displayId) ??
    screen.getPrimaryDisplay();
  // Full screen happens on the display where the window lies.
  if (window.isFullScreen()) window.setFullScreen(false);
  window.setBounds(display.bounds);
  window.setFullScreen(true);
}

/** Opens a window of the app, or brings the one that is open to the front; the wall fills a display. */
export function openAppWindow(
  name: WindowName,
  projectId: string | null,
  displayId: string | null = null,
): void {
  const open = find(name, projectId);
  const window = open ?? create(name);
  if (name === 'wall') fillDisplay(window, displayId);
  if (open) {
    bringToFront(open);
  } else {
    reviveOnCrash(window);
    load(window, windowUrl(name, projectId));
  }
}

/** The window that commands and files are for: a planner, the one in front if possible. */
export function frontPlanner(): BrowserWindow | undefined {
  const isPlanner = (window: BrowserWindow) => shownIn(window)?.window === 'planner';
  const focused = BrowserWindow.getFocusedWindow();
  return focused && isPlanner(focused) ? focused : BrowserWindow.getAllWindows().find(isPlanner);
}
