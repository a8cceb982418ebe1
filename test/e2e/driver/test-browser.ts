import { findBrowser } from '#electron/browser-host/find-browser.ts';
import type { LaunchOptions } from '@playwright/test';

/** How tests start Chromium: the one test/run chose, else an installed one, else Playwright's. */
export function browserLaunchOptions(): LaunchOptions {
  const executablePath = process.env['HENGZONG_TEST_BROWSER'] ?? findBrowser();
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      // Chromium refuses its sandbox to root, which test machines often are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}
