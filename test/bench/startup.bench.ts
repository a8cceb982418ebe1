import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { startServer } from '#electron/browser-host/server.ts';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import { texts } from '#shared/i18n/translate.ts';
import { browserLaunchOptions } from '#test/e2e/driver/test-browser.ts';
import { type Bench, median, type Row } from './bench.ts';

const runs = 5;
const resources = join(projectFolder, 'resources');

/** Milliseconds from the address until moving the pointer over the map shows where it is. */
async function untilInteractive(page: Page, url: string): Promise<number> {
  const started = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  const coordinates = page.locator('footer').getByText(/^\d+\.\d{5}, \d+\.\d{5}$/);
  const { width, height } = page.viewportSize() ?? { width: 1366, height: 768 };
  for (let step = 0; performance.now() - started < 120_000; step += 1) {
    await page.mouse.move(width / 2 + (step % 20), height / 3);
    if ((await coordinates.count()) > 0) return performance.now() - started;
  }
  throw new Error(`No map answered at ${url}.`);
}

async function bareMap(folder: string): Promise<void> {
  await build({
    root: join(projectFolder, 'test/bench/pages'),
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: join(projectFolder, 'test/bench/pages/bare-map.html') },
    },
  });
}

async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
  await bareMap(folder);
  const bareServer = await startServer({ pages: folder, resources });
  const server = await startServer({ pages: join(projectFolder, 'out/renderer'), resources });
  const browser = await chromium.launch(browserLaunchOptions());
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
  });
  try {
    // The first start puts the sample into the database; the starts measured open it from there.
    const first = await context.newPage();
    await first.goto(server.url);
    await first.getByRole('button', { name: texts['zh-CN'].start.sample }).click();
    await first
      .getByRole('region', { name: texts['zh-CN'].map.label })
      .waitFor({ timeout: 120_000 });
    await first.close();

    const planner: number[] = [];
    const bare: number[] = [];
    // By turns, so that whatever else the machine does falls on both.
    for (let turn = 0; turn < runs; turn += 1) {
      for (const [times, url] of [
        [bare, `${bareServer.url}bare-map.html`],
        [planner, server.url],
      ] as const) {
        const page = await context.newPage();
        times.push(await untilInteractive(page, url));
        await page.close();
      }
    }
    return [
      {
        what: 'start to a map that answers the pointer',
        value: median(planner),
        unit: 'ms',
        reference: median(bare),
      },
    ];
  } finally {
    await browser.close();
    await server.close();
    await bareServer.close();
    await rm(folder, { recursive: true });
  }
}

export default {
  name: 'Startup with the sample',
  reference: 'bare MapLibre page',
  run,
} satisfies Bench;
