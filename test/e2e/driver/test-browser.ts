import type { LaunchOptions } from '@playwright/test';
import { findBrowser } from '#electron/browser-host/find-browser.ts';

/** How tests start Chromium: the one test/run chose, else an installed one, else Playwright's. */
export function browserLaunchOptions(): LaunchOptions {
  const executablePath = process.env['HENGZONG_TEST_BROWSER'] ?? findBrowser();
  return {
    // Without a UTF-8 locale Chromium replaces Chinese file names, as on a bare test machine.
    env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' },
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

/**
 * How end-to-end tests start it: without V8's last optimiser, as their windows live for seconds and it
 * takes a tenth of the processor before it pays. By night everything runs as in the product; what
 * measures asks for {@link browserLaunchOptions} itself.
 */
export function shortLivedLaunchOptions(): LaunchOptions {
  const options = browserLaunchOptions();
  if (process.env['HENGZONG_EVERY_HOST'] === '1') return options;
  return { ...options, args: [...(options.args ?? []), '--js-flags=--no-turbofan'] };
}
