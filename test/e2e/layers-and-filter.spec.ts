import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';

/** Layers are switched and faded, and the heat is explained with its unit. */
async function switchLayers(app: AppDriver) {
  const { planner } = app;
  const panel = await app.openPanel('layers');
  const heat = panel.getByRole('checkbox', { name: app.text('layer.heat') });
  const ramp = planner
    .getByRole('region', { name: app.text('legend.title') })
    .getByRole('figure')
    .filter({ hasText: app.text('legend.heat.title') });
  const opacity = panel.getByRole('slider', {
    name: app.text('layer.opacity', { layer: app.text('layer.heat') }),
  });

  await expect(ramp).toBeHidden();
  await heat.check();
  await expect(ramp).toContainText(app.text('legend.heat.unit'));
  await opacity.press('ArrowLeft');
  await opacity.press('ArrowLeft');
  await expect(opacity).toHaveAttribute('aria-valuenow', '80');
  await heat.uncheck();
  await expect(ramp).toBeHidden();
  await heat.check();
  await expect(opacity, 'it comes back as it was').toHaveAttribute('aria-valuenow', '80');

  await test.step('what is not shown is not explained', async () => {
    const legend = planner.getByRole('region', { name: app.text('legend.title') });
    const fold = legend.getByRole('button', { name: app.text('legend.title') });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    const streets = legend.getByText(app.text('legend.street'), { exact: true });
    await expect(streets).toBeVisible();
    await panel.getByRole('checkbox', { name: app.text('layer.streets') }).uncheck();
    await expect(streets).toBeHidden();
  });
}

/** The filter by class, status and days changes every count. */
async function filterIssues(app: AppDriver) {
  const { planner } = app;
  await (await app.openPanel('layers'))
    .getByRole('checkbox', { name: app.text('layer.heat') })
    .check();
  const panel = await app.openPanel('filter');
  const all = await app.count('issues');
  const legend = planner.getByRole('region', { name: app.text('legend.title') });
  const number = (value: number) => value.toLocaleString('en-US');

  /** The count on the tab, once panel, list and heat agree with it. */
  const agreed = async () => {
    let count = Number.NaN;
    await expect(async () => {
      count = await app.count('issues');
      const sentence = app.text('filter.count', { count: number(count), total: number(all) });
      await expect(panel.getByRole('status')).toHaveText(sentence, { timeout: 500 });
      await expect(legend).toContainText(number(count), { timeout: 500 });
    }).toPass({ timeout: 20_000 });
    return count;
  };
  expect(all).toBeGreaterThan(10_000);
  expect(await agreed()).toBe(all);

  await panel.getByRole('button', { name: app.text('filter.lastDays', { days: 90 }) }).click();
  await expect.poll(agreed).toBeLessThan(all);
  const recent = await agreed();

  await panel.getByRole('combobox', { name: app.text('filter.classes') }).click();
  await planner.keyboard.type('占道经营');
  await planner.keyboard.press('Enter');
  await planner.keyboard.press('Escape');
  await expect.poll(agreed).toBeLessThan(recent);
  const oneClass = await agreed();

  await panel.getByRole('checkbox', { name: app.text('issueStatus.closed') }).uncheck();
  await expect.poll(agreed).toBeLessThan(oneClass);
  const unsettled = await agreed();
  expect(unsettled).toBeGreaterThan(0);
  const table = await app.openTable('issues');
  await expect(table).toHaveAttribute('aria-rowcount', String(unsettled + 1));
  await expect(table.getByRole('row').nth(1)).toContainText('占道经营');
  await expect(table.getByText(app.text('issueStatus.closed'))).toHaveCount(0);

  await table.getByRole('row').nth(1).click();
  const spot = planner.getByRole('region').filter({ hasText: app.text('kind.issue') });
  await expect(spot.getByRole('list', { name: app.text('chain.title') })).toBeVisible();

  await panel.getByRole('button', { name: app.text('filter.reset') }).click();
  await expect.poll(agreed).toBe(all);
}

test('layers are switched, faded and explained; a filter changes every count', async ({ app }) => {
  await app.start({ sample: true });
  await test.step('layers', () => switchLayers(app));
  await test.step('the filter', () => filterIssues(app));
});
