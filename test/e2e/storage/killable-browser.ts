import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { shortLivedLaunchOptions } from '#test/e2e/driver/test-browser.ts';

/** A browser with a profile of its own that can be ended as a power cut or the task manager would. */
export interface KillableBrowser {
  page: Page;
  /** Ends all its processes at once; nothing of it is asked to finish anything. Resolves when they are gone. */
  kill(): Promise<void>;
  /** Closes it as a user does, so that it writes down what it keeps about itself. */
  close(): Promise<void>;
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** The port on which the browser listens, which it writes into its profile once it does. */
async function debuggingPort(portFile: string): Promise<string> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const [port] = existsSync(portFile) ? (await readFile(portFile, 'utf8')).split('\n') : [];
    if (port) return port;
    await wait(20);
  }
  throw new Error('the browser did not start');
}

/** Starts a browser on the profile in `folder` and opens `url`. */
export async function startKillable(folder: string, url: string): Promise<KillableBrowser> {
  const portFile = join(folder, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const { executablePath, args = [], env } = shortLivedLaunchOptions();
  const child = spawn(
    executablePath ?? chromium.executablePath(),
    [
      ...args,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore', env: env as NodeJS.ProcessEnv },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const browser = await chromium.connectOverCDP(
      `http://127.0.0.1:${await debuggingPort(portFile)}`,
    );
    const context = browser.contexts()[0];
    if (!context) throw new Error('the browser has no window');
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    await page.waitForFunction(() => 'harness' in window);
    return {
      page,
      async kill() {
        killTree(child);
        await ended;
        await browser.close().catch(() => undefined);
      },
      async close() {
        const session = await browser.newBrowserCDPSession();
        await session.send('Browser.close').catch(() => undefined);
        await ended;
        await browser.close().catch(() => undefined);
      },
    };
  } catch (error) {
    killTree(child);
    throw error;
  }
}
