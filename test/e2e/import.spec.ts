import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { reasonHeadings } from '#shared/formats/layer-ids.ts';
import { readXlsx } from '#shared/formats/xlsx/read.ts';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';

const fixture = (name: string) => `test/fixtures/import/${name}`;

function importDialog(app: AppDriver) {
  const dialog = app.planner.getByRole('dialog', { name: app.text('import.title') });
  return {
    dialog,
    next: dialog.getByRole('button', { name: app.text('import.next') }),
    target: dialog.getByLabel(app.text('import.target.label')),
    rejected: dialog.getByRole('grid'),
    run: dialog.getByRole('button', {
      name: new RegExp(`^${app.text('import.run', { count: '\\d+' })}$`),
    }),
    done: dialog.getByRole('button', { name: app.text('import.close') }),
  };
}

async function countPoints(app: AppDriver, planner: Page): Promise<number> {
  const tab = planner.getByRole('tab', { name: new RegExp(`^${app.text('drawer.points')}`) });
  return Number((await tab.innerText()).replace(/\D/g, ''));
}

/** A broken file is named in one sentence and changes nothing. */
async function dropBrokenFile(app: AppDriver) {
  await app.dropFile(fixture('cut.geojson'));
  const { dialog, next } = importDialog(app);
  await expect(
    dialog.getByText(app.text('format.json.cut', { line: 1, column: 70 })),
  ).toBeVisible();
  await expect(next).toBeDisabled();
  await app.planner.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('points come in through the menu, with the rows that cannot be used named, as one step', async ({
  app,
}) => {
  const planner = await app.start({ sample: true });
  const before = await countPoints(app, planner);
  await app.choosing([fixture('points.csv')], () => app.command('import'));

  const { dialog, next, rejected, run, done } = importDialog(app);
  await expect(
    dialog.getByRole('combobox', { name: app.text('import.field.longitude') }),
  ).toBeVisible();
  await next.click();
  await expect(dialog.getByText(app.text('import.count.point', { count: 3 }))).toBeVisible();
  const rows = rejected.getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText(app.text('import.reason.noPosition'));
  await expect(rows.nth(2)).toContainText('不详');
  await expect(rows.nth(3)).toContainText(app.text('import.reason.swapped', { x: 40, y: 116.3 }));

  const list = await app.saving(() =>
    dialog.getByRole('button', { name: app.text('import.check.download') }).click(),
  );
  expect(list.name).toMatch(/\.xlsx$/);
  const [sheet] = await readXlsx({
    name: list.name,
    bytes: Uint8Array.from(list.bytes),
    parts: new Map(),
  });
  expect(sheet?.columns.at(-1)).toBe(reasonHeadings[0]);
  expect(JSON.stringify(sheet?.rows)).toContain('无坐标点');

  await run.click();
  await done.click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => countPoints(app, planner)).toBe(before + 3);

  await planner.keyboard.press('Control+z');
  await expect.poll(() => countPoints(app, planner)).toBe(before);
  await planner.keyboard.press('Control+Shift+z');
  await expect.poll(() => countPoints(app, planner)).toBe(before + 3);
});

test('a broken file changes nothing; a list in GBK comes in by dropping, its columns remembered', async ({
  app,
}) => {
  await app.start({ sample: true });
  await test.step('a broken file', () => dropBrokenFile(app));
  const { dialog, next, run, done, target, rejected } = importDialog(app);
  await app.dropFile(fixture('points.csv'));
  await next.click();
  await run.click();
  await done.click();
  await expect(dialog).toBeHidden();

  await app.dropFile(fixture('people-gbk.csv'));
  await expect(target).toBeVisible();
  await next.click();
  await expect(dialog.getByText(app.text('import.count.post', { count: 1 }))).toBeVisible();
  await expect(rejected).toContainText(app.text('import.reason.roleUnknown', { role: '队长' }));
  await run.click();
  await done.click();
  await expect(dialog).toBeHidden();

  await app.dropFile(fixture('people-gbk.csv'));
  await expect(dialog.getByText(app.text('import.columns.remembered'))).toBeVisible();
  await next.click();
  await expect(dialog.getByText(app.text('import.check.nothing'))).toBeVisible();
  await expect(run).toBeDisabled();
});

test('a GeoPackage in GCJ-02 and a zipped shapefile in metres come in where they lie', async ({
  app,
}) => {
  const planner = await app.start({ sample: true });
  const before = await countPoints(app, planner);
  const files = ['markets-gcj02.gpkg', 'markets-4548.zip'];
  await app.choosing(
    files.map((name) => `test/fixtures/formats/${name}`),
    () => app.command('import'),
  );
  const { dialog, next, run, done } = importDialog(app);
  await expect(dialog.getByText(files[1] ?? '').first()).toBeVisible();
  await next.click();
  await expect(dialog.getByText(app.text('import.count.point', { count: 5 }))).toBeVisible();
  await expect(dialog.getByText(app.text('import.check.noneRejected'))).toBeVisible();
  await run.click();
  await done.click();
  await expect.poll(() => countPoints(app, planner)).toBe(before + 5);
});

test('a long list of issues is read by two threads and shown on the map', async ({ app }, info) => {
  const planner = await app.start();
  const list = info.outputPath('long.csv');
  const text = '门前堆放杂物，影响通行'.repeat(20);
  const rows = Array.from(
    { length: 40_000 },
    (_, index) => `${index},2026-03-01,116.${300 + (index % 50)},39.${90 + (index % 9)},${text}`,
  );
  await writeFile(list, ['案件编号,上报时间,经度,纬度,问题描述', ...rows].join('\r\n'));
  const { next, run, done } = importDialog(app);
  // A worker of a worker is only to be seen by its script.
  const second = planner
    .context()
    .waitForEvent('request', (request) => request.url().includes('beside-worker'));

  await app.choosing([list], () =>
    planner.getByRole('button', { name: app.text('start.import') }).click(),
  );
  await next.click();
  await second;
  await run.click();
  await done.click();
  await expect.poll(() => app.count('issues')).toBe(rows.length);
  await expect(planner.getByText(app.text('legend.heat.unit'))).toBeVisible();
  await expect(planner.getByRole('heading', { name: app.text('planner.empty') })).toBeHidden();
  // The map has gone to them: who asks about its centre asks about a place near them.
  await planner.keyboard.press('c');
  await expect(planner.getByText(/^116\.\d+, 39\.\d+$/)).toBeVisible();
});
