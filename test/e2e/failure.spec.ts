import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { limitStorage } from './driver/storage-room.ts';
import { expect, test } from './driver/test.ts';

/** Deletes every project's database behind the app's back, as a browser's clean-up would. */
async function loseStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith('hengzong-project-')) indexedDB.deleteDatabase(name);
    }
  });
}

test('a full disk leads to a plain screen; the work is saved to a file, and kept when there is room', async ({
  app,
}, testInfo) => {
  const planner = await app.start({ room: 1_000_000 });
  const people = testInfo.outputPath('人员.csv');
  const rows = Array.from({ length: 20_000 }, (_, i) => `王${i},199-0001-${i},第${i % 40}网格`);
  await writeFile(people, ['姓名,电话,单位', ...rows].join('\n'));
  await app.choosing([people], () =>
    planner.getByRole('button', { name: app.text('start.import') }).click(),
  );
  const dialog = app.dialog('import.title');
  await dialog.getByRole('button', { name: app.text('import.next') }).click();
  await dialog.getByRole('button', { name: /^导入 [\d,]+ 条/ }).click();

  const screen = planner.getByRole('alert').filter({ hasText: app.text('broken.no-space') });
  await expect(screen).toContainText(app.text('broken.no-spaceHint'));
  const ways = ['broken.rescue', 'broken.retry', 'broken.openFile', 'broken.projects'] as const;
  for (const way of ways) {
    await expect(screen.getByRole('button', { name: app.text(way), exact: true })).toBeEnabled();
  }
  const { bytes } = await app.saving(() =>
    screen.getByRole('button', { name: app.text('broken.rescue') }).click(),
  );
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.length).toBeGreaterThan(100_000);

  const retry = screen.getByRole('button', { name: app.text('broken.retry') });
  await retry.click();
  await expect(screen).toBeVisible();
  await limitStorage(planner, null);
  // The browser notices the room only after a while.
  await expect(async () => {
    if (await retry.isVisible()) await retry.click({ timeout: 1000 });
    await expect(app.map).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 60_000 });
  await planner.reload();
  await app.map.waitFor();
  await app.openTable('roster');
  await planner.getByText(app.text('roster.people'), { exact: true }).click();
  await expect(planner.getByText(app.text('roster.count', { count: '20,000' }))).toBeVisible();
});

test('a database that vanishes is told at once, and the rescued file brings all of it back', async ({
  app,
}, testInfo) => {
  const planner = await app.start({ sample: true });
  await app.setInspection(40);
  const zones = await app.count('zones');
  await loseStorage(planner);
  const screen = planner.getByRole('alert').filter({ hasText: app.text('broken.cannot-open') });
  await expect(screen).toBeVisible();
  const { bytes } = await app.saving(() =>
    screen.getByRole('button', { name: app.text('broken.rescue') }).click(),
  );
  const rescued = testInfo.outputPath('抢救.hengzong');
  await writeFile(rescued, bytes);

  await planner.reload();
  await expect(
    planner.getByRole('button', { name: app.text('start.open') }).or(screen),
  ).toBeVisible();
  await app.choosing([rescued], () =>
    planner
      .getByRole('button', { name: app.text('start.open') })
      .or(screen.getByRole('button', { name: app.text('broken.openFile') }))
      .click(),
  );
  await expect(app.map).toBeVisible();
  expect(await app.count('zones')).toBe(zones);
  const history = await app.openTable('history');
  await expect(history).toHaveAttribute('aria-rowcount', '2');
});

test.describe('two planner windows', () => {
  test.skip(({ host }) => host !== 'browser-host', 'Electron has one planner window only');

  test('a second planner on the same project looks on, says so, and takes over', async ({
    app,
  }) => {
    const planner = await app.start({ sample: true });
    const second = await app.context.newPage();
    await second.goto(planner.url());
    await expect(second.getByText(app.text('status.reader'))).toBeVisible();
    await expect(planner.getByText(app.text('status.reader'))).toHaveCount(0);
    await second.keyboard.press('Alt+0');
    const history = second.getByRole('grid', { name: app.text('drawer.history') });
    // The log has a row for each undo as well.
    await second.getByText(app.text('history.log'), { exact: true }).click();
    await history.focus();

    await app.setInspection(40);
    await expect(history.getByRole('row').nth(1)).toContainText(app.text('edit.inspectionDate'));
    await second.keyboard.press('Control+z');
    await expect(history).toHaveAttribute('aria-rowcount', '2');

    await planner.close();
    await expect(second.getByText(app.text('status.reader'))).toHaveCount(0);
    await second.keyboard.press('Control+z');
    await expect(history).toHaveAttribute('aria-rowcount', '3');
  });
});
