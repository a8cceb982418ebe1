import { join } from 'node:path';
import { type Browser, test as base, chromium, expect } from '@playwright/test';
import { type RunningServer, startServer } from '#electron/browser-host/server.ts';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import type { Locale } from '#shared/model/locale.ts';
import { AppDriver } from './app-driver.ts';
import { startBrowserSession } from './browser-session.ts';
import { electronMissing, startElectronSession } from './electron-session.ts';
import type { SessionOptions } from './session.ts';
import { startStandinSession } from './standin-session.ts';
import { shortLivedLaunchOptions } from './test-browser.ts';

export interface HostOption {
  /** Which host the app runs in; set by the project in playwright.config.ts. */
  host: 'browser-host' | 'standin' | 'electron';
}

interface TestFixtures {
  appLocale: Locale;
  /** Windows stand still unless a test is about what moves: here each frame is drawn in software. */
  motion: SessionOptions['reducedMotion'];
  /**
   * Pixels of the display to a pixel of the layout: `npm test` draws at half, since each is drawn in software
   * and no test but those that set this looks at them; by night at one.
   */
  sharpness: SessionOptions['deviceScaleFactor'];
  hostIsHere: void;
  app: AppDriver;
}

interface WorkerFixtures {
  server: RunningServer;
  testBrowser: Browser;
}

export const test = base.extend<TestFixtures & HostOption, WorkerFixtures>({
  host: ['browser-host', { option: true }],
  appLocale: ['zh-CN', { option: true }],
  motion: ['reduce', { option: true }],
  sharpness: [process.env['HENGZONG_EVERY_HOST'] === '1' ? 1 : 0.5, { option: true }],

  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const server = await startServer({
        pages: join(projectFolder, 'out', 'renderer'),
        resources: join(projectFolder, 'resources'),
      });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  testBrowser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const browser = await chromium.launch(shortLivedLaunchOptions());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  // Comes before everything else a test asks for, so that a skipped test starts nothing.
  hostIsHere: [
    async ({ host }, use, testInfo) => {
      const reason = host === 'electron' ? electronMissing() : null;
      testInfo.skip(reason !== null, reason ?? '');
      await use();
    },
    { auto: true },
  ],

  app: async ({ host, appLocale, motion, sharpness, server, testBrowser }, use) => {
    const options = { locale: appLocale, reducedMotion: motion, deviceScaleFactor: sharpness };
    const session = await {
      'browser-host': () => startBrowserSession(testBrowser, server, options),
      standin: () => startStandinSession(options),
      electron: () => startElectronSession(options),
    }[host]();
    const app = new AppDriver(session, appLocale);
    await use(app);
    await app.close();
    // Every test is also a test of these two: nothing fails unseen, nothing leaves the machine.
    expect.soft(app.errors).toEqual([]);
    expect.soft(app.foreignRequests).toEqual([]);
  },
});

export { expect };
