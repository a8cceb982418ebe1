import { defineConfig } from 'vitest/config';

const all = 'test/unit/**/*.test.{ts,tsx}';
/** Tests that put a module of their own in another's place: here Electron's, there is no other. */
const withStandins = 'test/unit/electron/{files,ipc,protocol,windows}/**/*.test.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    globalSetup: ['test/unit/scratch-folder.ts'],
    setupFiles: ['test/unit/seed.ts'],
    pool: 'threads',
    // One core is left free otherwise, half of what most machines of ours have.
    maxWorkers: '100%',
    projects: [
      // Loading Turf, zod and the engine anew for each of 220 files took as long as testing them.
      {
        extends: true,
        test: { name: 'shared', include: [all], exclude: [withStandins], isolate: false },
      },
      { extends: true, test: { name: 'alone', include: [withStandins] } },
    ],
  },
});
