import { writeFile } from 'node:fs/promises';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';
import { violations } from './driver/violations.ts';

/** Opens the window anew once the last edit is stored. */
async function reload(app: AppDriver): Promise<void> {
  const saved = app.text('status.saved').slice(0, 3);
  await expect(app.planner.getByRole('contentinfo')).toContainText(saved);
  await app.planner.reload();
  await app.map.waitFor();
}

/** Divides the street that is offered first into so many zones, and adopts what is proposed. */
async function divide(app: AppDriver, zones: number): Promise<void> {
  const panel = await app.openPanel('divide');
  await panel.getByText(app.text('divide.fresh'), { exact: true }).click();
  await panel.getByLabel(app.text('divide.count')).fill(String(zones));
  await panel.getByLabel(app.text('divide.size')).fill('250');
  await panel.getByRole('button', { name: app.text('divide.start') }).click();
  const adopt = panel.getByRole('button', { name: app.text('divide.adopt') });
  await adopt.waitFor({ timeout: 60_000 });
  await adopt.click();
  await expect(adopt).toBeHidden();
}

test('a scenario is drawn, undone by itself, compared, put in force, and the plan before is found by its day', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const planner = await app.start({ sample: true });
  const zones = await app.count('zones');
  const line = planner.getByText(app.text('plans.drawingIn', { name: app.text('plans.newName') }));

  await test.step('begun as a copy, and redrawn by a balanced division', async () => {
    const panel = await app.openPanel('plans');
    expect(await violations(planner, 'aside')).toEqual([]);
    await panel.getByRole('button', { name: app.text('plans.begin') }).click();
    await expect(line).toBeVisible();
    expect(await app.count('zones')).toBe(zones);
    const divideIt = await app.openPanel('divide');
    await divideIt.getByText(app.text('divide.fresh'), { exact: true }).click();
    await divideIt.getByLabel(app.text('divide.count')).fill('40');
    await divideIt.getByLabel(app.text('divide.size')).fill('60');
    await divideIt.getByRole('button', { name: app.text('divide.start') }).click();
    await divideIt.getByRole('button', { name: app.text('divide.stop') }).click();
    await expect(divideIt.getByRole('button', { name: app.text('divide.start') })).toBeVisible();
    await divide(app, 1);
  });
  const merged = await app.count('zones');
  expect(merged).toBeLessThan(zones);

  await test.step('the plan in force is untouched, and has an undo of its own', async () => {
    await planner.getByRole('button', { name: app.text('plans.back') }).click();
    await expect(line).toBeHidden();
    await expect.poll(() => app.count('zones')).toBe(zones);
    const panel = await app.openPanel('plans');
    await panel.getByRole('button', { name: app.text('plans.newName'), exact: true }).click();
    await expect.poll(() => app.count('zones')).toBe(merged);
    await app.map.focus();
    await planner.keyboard.press('Control+z');
    await expect.poll(() => app.count('zones')).toBe(zones);
    await planner.keyboard.press('Control+Shift+z');
    await expect.poll(() => app.count('zones')).toBe(merged);
  });

  await test.step('compared on two maps, by numbers, and by who hands over', async () => {
    await planner.getByRole('button', { name: app.text('plans.compare'), exact: true }).click();
    const dialog = app.dialog('compare.title');
    const grid = dialog.getByRole('grid', { name: app.text('compare.numbers') });
    await expect(grid.getByRole('row').nth(1)).toContainText('→', { timeout: 30_000 });
    await dialog.getByText(app.text('compare.view.swipe'), { exact: true }).click();
    const divider = dialog.getByRole('slider', { name: app.text('compare.divider') });
    await divider.focus();
    await planner.keyboard.press('ArrowRight');
    await expect(divider).toHaveAttribute('aria-valuenow', '55');
    await dialog.getByText(app.text('compare.table.transfers'), { exact: true }).click();
    const transfers = dialog.getByRole('grid', { name: app.text('compare.transfers') });
    await expect(transfers.getByRole('row').nth(1)).toContainText(/m²|ha/);
    await dialog.getByText(app.text('compare.table.handOver'), { exact: true }).click();
    await expect(dialog.getByRole('region', { name: app.text('handOver.sheet') })).toBeVisible({
      timeout: 30_000,
    });
    expect(await violations(planner, '[role=dialog]')).toEqual([]);
    await planner.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('put in force from today, which a reload keeps and an undo takes back', async () => {
    await planner.getByRole('button', { name: app.text('plans.adopt'), exact: true }).click();
    await planner.getByRole('button', { name: app.text('plans.adoptNow') }).click();
    await expect(line).toBeHidden();
    await expect.poll(() => app.count('zones')).toBe(merged);
    await reload(app);
    await expect.poll(() => app.count('zones')).toBe(merged);
  });

  await test.step('the plan before is shown by its day, and cannot be drawn on', async () => {
    const panel = await app.openPanel('plans');
    const before = app.text('plans.beforeOf', { name: app.text('plans.newName') });
    await panel.getByRole('button', { name: before }).click();
    await expect.poll(() => app.count('zones')).toBe(zones);
    await app.map.focus();
    await planner.getByRole('button', { name: app.text('plans.back') }).click();
    await expect.poll(() => app.count('zones')).toBe(merged);
    await app.map.focus();
    await planner.keyboard.press('Control+z');
    await expect.poll(() => app.count('zones')).toBe(zones);
  });
});

test('numbers are live: nobody’s ground first, and the office’s own formula', async ({ app }) => {
  test.setTimeout(120_000);
  const planner = await app.start({ sample: true });
  const table = await app.openTable('numbers');
  const rows = table.getByRole('rowgroup').getByRole('row');
  const work = (row: number) => rows.nth(row).getByRole('gridcell').nth(1);

  await test.step('what belongs to nobody stays first, however the rest is sorted', async () => {
    await expect(rows.first()).toContainText(app.text('numbers.nobody'), { timeout: 30_000 });
    await table.getByRole('button', { name: app.text('numbers.column.areaM2') }).click();
    await expect(rows.first()).toContainText(app.text('numbers.nobody'));
    await table.focus();
    await planner.keyboard.press('Home');
    await planner.keyboard.press('ArrowDown');
    await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
    expect(await violations(planner, '[role=tabpanel]')).toEqual([]);
  });

  await test.step('another weight changes the figures at once, and is taken back', async () => {
    const before = await work(1).innerText();
    await planner.getByRole('button', { name: app.text('numbers.formula') }).click();
    const dialog = app.dialog('numbers.formulaTitle');
    await dialog.getByLabel(app.text('numbers.weight.zone'), { exact: true }).fill('50');
    await expect(dialog.getByRole('region', { name: app.text('numbers.effect') })).toContainText(
      '→',
    );
    expect(await violations(planner, '[role=dialog]')).toEqual([]);
    await dialog.getByRole('button', { name: app.text('common.save'), exact: true }).click();
    await expect(dialog).toBeHidden();
    const more = (Number(before.replaceAll(',', '')) + 50).toLocaleString('en-US', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    await expect(work(1)).toHaveText(more);
    await app.map.focus();
    await planner.keyboard.press('Control+z');
    await expect(work(1)).toHaveText(before);
  });

  await test.step('a river from a file is a barrier that no zone reaches over, unless it may', async () => {
    const panel = await app.openPanel('divide');
    const river = test.info().outputPath('河.geojson');
    const coordinates = [
      [116.2, 40],
      [116.3, 39.9],
    ];
    await writeFile(river, JSON.stringify({ type: 'LineString', coordinates }));
    const add = panel.getByRole('button', { name: app.text('divide.barriers.add') });
    await app.choosing([river], () => add.click());
    await expect(panel.getByRole('listitem')).toContainText('河.geojson');
    const strict = panel.getByLabel(app.text('divide.barriers.bridgeFree'));
    await expect(strict).toBeChecked();
    await writeFile(river, JSON.stringify({ type: 'Point', coordinates: coordinates[0] }));
    await app.choosing([river], () => add.click());
    await expect(panel.getByRole('alert')).toContainText(app.text('divide.barriers.noLines'));
    expect(await violations(planner, 'aside')).toEqual([]);
    await panel
      .getByRole('button', { name: app.text('divide.barriers.remove', { name: '河.geojson' }) })
      .click();
    await expect(panel.getByRole('listitem')).toHaveCount(0);
  });

  await test.step('a division of a street is seen on the map, adopted, and taken back after a reload', async () => {
    const zones = await app.count('zones');
    await divide(app, 1);
    const fewer = await app.count('zones');
    expect(fewer).toBeLessThan(zones);
    await reload(app);
    await expect.poll(() => app.count('zones')).toBe(fewer);
    await app.map.focus();
    await planner.keyboard.press('Control+z');
    await expect.poll(() => app.count('zones')).toBe(zones);
  });
});
