import { expect } from '@playwright/test';
import type { Bench, Row } from './bench.ts';
import { type MainThread, watchMainThread } from './window/main-thread.ts';
import { openLargeDistrict } from './window/large-district.ts';
import { startPlanner } from './window/open-planner.ts';

const zoneCount = 20_000;

/** Repair and certificate in a window that holds a very large district. */
async function run(): Promise<Row[]> {
  const planner = await startPlanner();
  const { browser, app } = planner;
  const rows: Row[] = [];
  const watch = async (what: string, act: () => Promise<unknown>, afterMs = 1500) => {
    const begin = performance.now();
    let tookMs = 0;
    const use: MainThread = await watchMainThread(
      browser,
      app.planner,
      async () => {
        await act();
        tookMs = performance.now() - begin;
      },
      afterMs,
    );
    rows.push({
      what,
      value: use.longestWork,
      unit: 'ms',
      reference: use.longest,
      against: `${Math.round(tookMs)} ms in all`,
    });
  };
  try {
    await openLargeDistrict(app, zoneCount);
    await app.openTable('findings');
    await app.proof('horizontal').click();
    const card = app.planner.getByRole('region', { name: app.text('repair.card') });
    const first = app.findings.first().getByRole('button').first();
    await watch('look at a fix for the first time', async () => {
      await first.hover();
      await expect(card).toContainText(/m²|ha/, { timeout: 60_000 });
    });
    await app.planner.mouse.move(400, 200);
    const second = app.findings.nth(1).getByRole('button').first();
    await watch('look at another', async () => {
      await second.hover();
      await expect(card).toContainText(/m²|ha/, { timeout: 60_000 });
    });
    await watch('choose it', () => second.click(), 3000);
    await watch('carry it out', () => second.click(), 8000);
    await watch(
      'try all small ones',
      async () => {
        await app.planner.getByRole('button', { name: app.text('repair.all.open') }).click();
        await expect(app.planner.getByText(app.text('repair.all.totals'))).toBeVisible({
          timeout: 120_000,
        });
      },
      1000,
    );
    await app.planner.keyboard.press('Escape');
    await app.planner.waitForTimeout(1000);
    const dialog = app.dialog('certificate.title');
    const json = dialog.getByRole('button', { name: app.text('certificate.dialog.saveJson') });
    await watch('make a certificate', async () => {
      await app.command('certificate');
      await expect(json).toBeEnabled({ timeout: 240_000 });
    });
    const pdf = dialog.getByRole('button', { name: app.text('certificate.dialog.savePdf') });
    let size = 0;
    await watch('save it as PDF', async () => {
      const saved = await app.saving(() => pdf.click());
      size = saved.bytes.length;
    });
    rows.push({ what: 'size of the PDF', value: size / 2 ** 20, unit: 'MB', reference: null });
    await watch('save it as JSON', () => app.saving(() => json.click()));
  } finally {
    await planner.close();
  }
  return rows;
}

export default {
  name: `Longest task of a window with ${zoneCount.toLocaleString('en-US')} zones: its own work`,
  reference: 'by the clock',
  run,
} satisfies Bench;
