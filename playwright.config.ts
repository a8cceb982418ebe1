import { defineConfig } from '@playwright/test';
import type { HostOption } from './test/e2e/driver/test.ts';
import { browserLaunchOptions } from './test/e2e/driver/test-browser.ts';

/**
 * Specs of what happens inside the page alone, which asks nothing of its host: `npm test` runs them in
 * one host, `npm run nightly` in all.
 */
const sameInEveryHost = [
  'accessibility',
  'borders',
  'chain',
  'duty',
  'findings',
  'ground',
  'keyboard',
  'layers-and-filter',
  'organisation',
  'planner',
  'plans',
  'repair',
  'roster',
  'search',
  'redraw',
].map((name) => `**/${name}.spec.ts`);

/** The same specs run in each host; what cannot run on a machine is skipped with its reason. */
export default defineConfig<HostOption>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // The map draws in software here: more windows at once only slow each other down.
  workers: 2,
  fullyParallel: false,
  timeout: 150_000,
  // Named in the summary of `npm test`, so that a test that often needs it is seen.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { launchOptions: browserLaunchOptions() },
  projects: [
    {
      name: 'browser-host',
      use: { host: 'browser-host' },
      testIgnore: ['storage/**', 'standin/**'],
    },
    {
      name: 'standin',
      use: { host: 'standin' },
      testIgnore: ['storage/**', ...(process.env['HENGZONG_EVERY_HOST'] ? [] : sameInEveryHost)],
    },
    { name: 'electron', use: { host: 'electron' }, testIgnore: ['storage/**', 'standin/**'] },
    // The project's database alone, in a page of its own that no host serves.
    { name: 'storage', testMatch: 'storage/**/*.spec.ts' },
  ],
});
