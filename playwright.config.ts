import { defineConfig } from '@playwright/test';
import type { HostOption } from './test/e2e/driver/test.ts';

/** The same specs run in each host; what cannot run on a machine is skipped with its reason. */
export default defineConfig<HostOption>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // The map draws in software here: more windows at once only slow each other down.
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    { name: 'browser-host', use: { host: 'browser-host' } },
    { name: 'electron', use: { host: 'electron' } },
  ],
});
