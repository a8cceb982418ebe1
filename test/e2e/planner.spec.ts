import { planted, plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

test('the first start shows three doors; the sample stands behind the first, proved and selectable', async ({
  app,
}) => {
  const planner = await app.start();
  await test.step('three doors', async () => {
    for (const door of ['start.sample', 'start.import', 'start.open'] as const) {
      await expect(planner.getByRole('button', { name: app.text(door) })).toBeEnabled();
    }
    await planner.getByRole('button', { name: app.text('start.sample') }).click();
    await expect(app.map).toBeVisible();
    await expect(planner.getByText(app.text('planner.invented'))).toBeVisible();
  });

  await test.step('both proofs name the number of findings', async () => {
    for (const proof of ['horizontal', 'vertical'] as const) {
      await expect(app.proof(proof)).toHaveText(
        `${app.text(`proof.${proof}`)}${plantedCounts[proof]}`,
      );
    }
    expect(await app.count('findings')).toBe(plantedCounts.horizontal + plantedCounts.vertical);
  });

  await test.step('a zone chosen in its table shows its chain, which leads to a person', async () => {
    const zones = await app.openTable('zones');
    const row = zones.getByRole('row').nth(3);
    const name = await row.getByRole('gridcell').first().innerText();
    const holder = await row.getByRole('gridcell').nth(4).innerText();
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    const chain = app.card(name).getByRole('list', { name: app.text('chain.title') });
    await expect(chain.getByRole('listitem').first()).toContainText('海淀区');
    await expect(chain.getByRole('listitem').last()).toContainText(name);

    await chain.getByRole('button', { name: holder }).click();
    await expect(app.card(holder)).toContainText(name);
    await expect(row).toHaveAttribute('aria-selected', 'false');
    const people = await app.openTable('roster');
    await expect(people.getByRole('row', { selected: true })).toContainText(holder);
  });

  await test.step('a point chosen in its table shows its address and its chain', async () => {
    const points = await app.openTable('points');
    const row = points.getByRole('row').nth(2);
    const cells = row.getByRole('gridcell');
    const name = await cells.first().innerText();
    const address = await cells.nth(3).innerText();
    await row.click();
    await expect(app.card(name)).toContainText(address);
    await expect(app.card(name).getByRole('list', { name: app.text('chain.title') })).toBeVisible();
    await planner.keyboard.press('Escape');
    await expect(app.card(name)).toBeHidden();
    await expect(points.getByRole('row', { selected: true })).toHaveCount(0);
  });

  await test.step('a click on the map selects what is there', async () => {
    // Without panels at its sides a zone comes to lie in the middle.
    await planner.keyboard.press('l');
    const zones = await app.openTable('zones');
    await app.choose('苏家坨镇-05 片');
    const zoneSpot = await app.middleBesideCard('苏家坨镇-05 片');
    await planner.keyboard.press('Escape');
    await expect(zones.getByRole('row', { selected: true })).toHaveCount(0);
    await expect(async () => {
      await planner.mouse.click(zoneSpot.x, zoneSpot.y);
      await expect(app.card('苏家坨镇-05 片')).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    await expect(zones.getByRole('row', { selected: true })).toContainText('苏家坨镇-05 片');
    await planner.keyboard.press('Escape');

    // A broken chain has its pin in the middle of its zone, above all else.
    await app.choose(planted.doubleHolder.target);
    const pinSpot = await app.middleBesideCard(planted.doubleHolder.target);
    await planner.keyboard.press('Escape');
    const findings = planner.getByRole('grid', { name: app.text('findings.title') });
    const chosen = findings.getByRole('row', { selected: true });
    await expect(async () => {
      await planner.mouse.click(pinSpot.x, pinSpot.y);
      await expect(chosen).toContainText(planted.doubleHolder.target, { timeout: 2000 });
    }).toPass({ timeout: 20_000 });
  });
});

test('language and colours change while the project is open', async ({ app }) => {
  const planner = await app.start({ sample: true });
  const document = planner.locator('html');
  await app.switchLanguage('en');
  await expect(document).toHaveAttribute('lang', 'en');
  await expect(app.proof('horizontal')).toHaveText(
    `${app.text('proof.horizontal')}${plantedCounts.horizontal}`,
  );
  await expect(app.tab('zones')).toBeVisible();
  await expect(app.map).toBeVisible();
  await app.switchTheme('dark');
  await expect(document).toHaveAttribute('data-theme', 'dark');

  await planner.reload();
  await expect(app.tab('zones')).toBeVisible();
  await expect(document).toHaveAttribute('data-theme', 'dark');
  await app.switchTheme('light');
  await app.switchLanguage('zh-CN');
  await expect(document).toHaveAttribute('data-theme', 'light');
  await expect(app.proof('vertical')).toHaveText(
    `${app.text('proof.vertical')}${plantedCounts.vertical}`,
  );
});
