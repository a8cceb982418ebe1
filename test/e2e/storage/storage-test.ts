import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { build, preview } from 'vite';

/**
 * Specs of storage and state alone: a page of their own, built from the real modules with the real
 * worker and served from 127.0.0.1, in the real IndexedDB of a fresh browser context.
 */
export const test = base.extend<{ openPage: () => Promise<Page> }, { harnessUrl: string }>({
  harnessUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const outDir = await mkdtemp(join(tmpdir(), 'hengzong-storage-'));
      const root = import.meta.dirname;
      await build({
        root,
        configFile: false,
        logLevel: 'error',
        worker: { format: 'es' },
        build: {
          outDir,
          emptyOutDir: true,
          minify: false,
          rollupOptions: { input: join(root, 'harness.html') },
        },
      });
      const server = await preview({
        root,
        configFile: false,
        logLevel: 'error',
        build: { outDir },
        preview: { host: '127.0.0.1', port: 0 },
      });
      const address = server.httpServer.address();
      if (!address || typeof address === 'string') throw new Error('the harness has no port');
      await use(`http://127.0.0.1:${address.port}/harness.html`);
      await server.close();
      await rm(outDir, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  openPage: async ({ context, harnessUrl }, use) => {
    await use(async () => {
      const page = await context.newPage();
      await page.goto(harnessUrl);
      await ready(page);
      return page;
    });
  },
});

export { expect } from '@playwright/test';

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'harness' in window);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await ready(page);
}

export const snapshot = (page: Page) => page.evaluate(() => window.harness.snapshot());

/** A new, empty project, open in the page. */
export async function newProject(page: Page, name = '海淀'): Promise<string> {
  return page.evaluate(async (wanted) => {
    await window.harness.createProject({ name: wanted });
    return window.harness.snapshot().id as string;
  }, name);
}

export const open = (page: Page, id: string, readOnly = false) =>
  page.evaluate(([project, flag]) => window.harness.openProject(project, { readOnly: flag }), [
    id,
    readOnly,
  ] as const);

/** Adds people and waits until they are stored. */
export async function addPeople(page: Page, ...names: string[]): Promise<void> {
  await page.evaluate(async (list) => {
    for (const name of list) window.harness.addPerson(name);
    await window.harness.whenSaved();
  }, names);
}
