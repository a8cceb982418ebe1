import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import type { AppDriver } from '#test/e2e/driver/app-driver.ts';
import { type Bench, median, type Row } from './bench.ts';
import { denseRecords } from './window/dense-district.ts';
import { startPlanner } from './window/open-planner.ts';
import { bareTransaction } from './window/bare-transaction.ts';
import { type Redrawing, watchRedrawing } from './window/watch-redrawing.ts';

const zoneCount = 2000;
const verticesPerSide = 50;
const drags = 24;
/** So many vertices are dragged, one after the other and again. */
const dragged = 8;
const steps = 30;

/** Script of a frame, and the release, may take so long (ms). */
const frameMs = 8;
const releaseMs = 50;

async function open(app: AppDriver): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
  const { records, vertices, middle } = denseRecords(zoneCount, verticesPerSide);
  try {
    const file = join(folder, 'dense.hengzong');
    await writeFile(file, await packProject(records));
    await app.choosing([file], () =>
      app.planner.getByRole('button', { name: app.text('start.open') }).click(),
    );
    await app.map.waitFor({ timeout: 180_000 });
    await expect(app.proof('horizontal')).toContainText(/\d|✓|100/, { timeout: 180_000 });
    await app.choose(middle);
    await app.planner.waitForTimeout(5000);
  } finally {
    await rm(folder, { recursive: true });
  }
  return vertices;
}

/** Drags vertices of a zone about, back and forth, and lets each go where it changes both its zones. */
async function run(): Promise<Row[]> {
  const planner = await startPlanner();
  const { app, browser } = planner;
  const page = app.planner;
  try {
    const vertices = await open(app);
    await page.getByRole('button', { name: app.text('redraw.moveVertex.name') }).click();
    // A vertex by the keys, which also bring it into the middle and near enough.
    for (let i = 0; i < 30; i++) await page.keyboard.press('n');
    await page.waitForTimeout(2000);
    const watched: Redrawing[] = [];
    const handles = page.getByTestId('vertex-handles').getByRole('button');
    for (let n = 0; n < drags; n++) {
      const box = await handles.nth(30 + (n % dragged)).boundingBox();
      if (!box) throw new Error('The handle is not on the screen.');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      watched.push(
        await watchRedrawing(
          browser,
          page,
          {
            async move() {
              await page.mouse.move(x, y);
              await page.mouse.down();
              for (let step = 1; step <= steps; step++) {
                await page.mouse.move(x + (step % 5), y + (step % 7));
                await page.waitForTimeout(25);
              }
              return steps;
            },
            async release() {
              await page.mouse.up();
              await page.waitForTimeout(1500);
            },
          },
          n % 3 === 0 ? 'shares' : 'frames',
        ),
      );
    }
    // The first drags run code that has not run yet.
    const warm = watched.slice(2);
    const shares = warm.flatMap(({ scriptAMove }) => scriptAMove ?? []);
    // The end of a profile is put together in the window: a release after it waits for that.
    const plain = warm.filter(({ scriptAMove }) => scriptAMove === null);
    const frames = plain.flatMap(({ frameMs: list }) => list);
    const releases = plain.flatMap(({ releaseMs: ms }) => ms ?? []);
    if (releases.length === 0) throw new Error('Nothing was stored: every release was refused.');
    const mapMs = median(shares.map(({ map }) => map));
    const bareMs = median(await bareTransaction(page, Math.round(vertices / zoneCount)));
    const section = `${zoneCount.toLocaleString('en-US')} zones, ${vertices.toLocaleString('en-US')} vertices, ${frames.length} frames, ${releases.length} releases`;
    const row = (what: string, value: number, reference: number): Row => ({
      section,
      what,
      value,
      unit: 'ms',
      reference,
    });
    return [
      row('frame of a vertex drag: gesture and preview', median(frames), frameMs),
      row('the same, worst', Math.max(...frames), frameMs),
      row('script of the window by frame', median(shares.map((share) => share.window)), frameMs),
      { ...row('script of the map library by frame', mapMs, 0), reference: null },
      row(
        'release: script of the window',
        median(plain.map((one) => one.releaseTaskMs)),
        releaseMs,
      ),
      { ...row('a bare strict transaction in the same page', bareMs, 0), reference: null },
      row('release until stored', median(plain.flatMap((one) => one.storedMs ?? [])), releaseMs),
      row('release until stored and checked', median(releases), releaseMs),
      row('the same, worst', Math.max(...releases), releaseMs),
    ];
  } finally {
    await planner.close();
  }
}

export default {
  name: 'Redrawing in a window, map rendering excluded',
  reference: 'aim',
  run,
} satisfies Bench;
