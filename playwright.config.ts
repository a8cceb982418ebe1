import { defineConfig } from '@playwright/test';
import type { HostOption } from './test/e2e/driver/test.ts';
import { shortLivedLaunchOptions } from './test/e2e/driver/test-browser.ts';

/** `npm run nightly` runs every spec in every host, those too that are marked `@nightly`. */
const everything = process.env['HENGZONG_EVERY_HOST'] === '1';

const specs = (...names: string[]) => names.map((name) => `**/${name}.spec.ts`);

/** What happens inside the page, which asks little of its host: `npm test` runs it in a browser. */
const inBrowserOnly = specs(
  'accessibility',
  'borders',
  'chain',
  'chain-lost',
  'duty',
  'failure',
  'findings',
  'ground',
  'keep-safe',
  'ground-tools',
  'keyboard',
  'layers-and-filter',
  'organisation',
  'planner',
  'plans',
  'redraw',
  'repair',
  'roster',
  'scenes-and-briefing',
  'search',
  'settings',
);

/** What hands files to the host, whose part `host-contract` tests in both: `npm test` runs it where Electron's code does. */
const inStandinOnly = specs(
  'base-map',
  'certificate',
  'export',
  'import',
  'import-choices',
  'wall',
);

/** The same specs run in each host; what cannot run on a machine is skipped with its reason. */
export default defineConfig<HostOption>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // The map draws in software here: more windows at once only slow each other down.
  workers: 2,
  fullyParallel: false,
  ...(everything ? {} : { grepInvert: /@nightly/ }),
  timeout: 150_000,
  // Named in the summary of `npm test`, so that a test that often needs it is seen.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { launchOptions: shortLivedLaunchOptions() },
  projects: [
    {
      name: 'browser-host',
      use: { host: 'browser-host' },
      testIgnore: ['storage/**', 'standin/**', ...(everything ? [] : inStandinOnly)],
    },
    {
      name: 'standin',
      use: { host: 'standin' },
      testIgnore: ['storage/**', ...(everything ? [] : inBrowserOnly)],
    },
    { name: 'electron', use: { host: 'electron' }, testIgnore: ['storage/**', 'standin/**'] },
    // The project's database alone, in a page of its own that no host serves.
    { name: 'storage', testMatch: 'storage/**/*.spec.ts' },
  ],
});
