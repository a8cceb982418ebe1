import { type ChildProcess, spawn } from 'node:child_process';
import { browserDataFolder } from './browser-data-folder.ts';
import { findBrowser } from './find-browser.ts';

/** What became of the wish to open a window; `process` lives as long as the app window does. */
export type OpenedWindow =
  | { kind: 'app'; process: ChildProcess }
  | { kind: 'default-browser' }
  | { kind: 'none' };

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Starts a program; null when it is not there. */
function startProgram(file: string, args: string[]): Promise<ChildProcess | null> {
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  // Without any locale Chromium on Linux could not write Chinese file names.
  const locale = LC_ALL || LC_CTYPE || LANG ? {} : { LC_CTYPE: 'C.UTF-8' };
  const child = spawn(file, args, { stdio: 'ignore', env: { ...process.env, ...locale } });
  return new Promise((done) => {
    child.once('error', () => done(null));
    child.once('spawn', () => done(child));
  });
}

function defaultBrowser(url: string): [string, string[]] {
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  if (process.platform === 'darwin') return ['open', [url]];
  return ['xdg-open', [url]];
}

/** Opens `url` in an app window of an installed browser, else in the default browser. */
export async function openWindow(url: string, profileFolder: string): Promise<OpenedWindow> {
  if (!hasDisplay()) return { kind: 'none' };
  const browser = findBrowser();
  if (browser !== null) {
    const args = [
      `--app=${url}`,
      `--user-data-dir=${browserDataFolder(browser, profileFolder)}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ];
    const child = await startProgram(browser, args);
    if (child !== null) return { kind: 'app', process: child };
  }
  const child = await startProgram(...defaultBrowser(url));
  child?.unref();
  return child === null ? { kind: 'none' } : { kind: 'default-browser' };
}
