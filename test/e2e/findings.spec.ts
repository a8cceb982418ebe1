import { writeFile } from 'node:fs/promises';
import { planted, plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';
import { twoCopies } from './two-copies.ts';

test('a finding leads to its place and shows on the card of what it concerns', async ({ app }) => {
  const planner = await app.start({ sample: true });
  await planner.keyboard.press('l');
  const table = await app.openTable('findings');
  const rule = (name: 'gap' | 'overlap' | 'vacant') =>
    planner.getByRole('button', { name: new RegExp(`^${app.text(`rule.${name}`)} \\d+$`) });

  await test.step('the areas are balanced on one line', async () => {
    await expect(planner.getByText(/^区界 [\d.,]+ km² = 覆盖 [\d.,]+ km² \+ 缺口/)).toBeVisible();
  });

  await test.step('each proof opens its own findings', async () => {
    await app.proof('vertical').click();
    await expect(table.getByRole('row')).toHaveCount(plantedCounts.vertical + 1);
    await app.proof('horizontal').click();
    await expect(table.getByRole('row')).toHaveCount(plantedCounts.horizontal + 1);
    await rule('overlap').click();
    await expect(table.getByRole('row')).toHaveCount(planted.overlaps.length + 1);
  });

  const overlap = planted.overlaps[0] as (typeof planted.overlaps)[0];
  const [one, other] = overlap.zones;
  const row = table.getByRole('row').filter({ hasText: one }).filter({ hasText: other });
  await test.step('choosing one marks it and flies there', async () => {
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await expect(async () => {
      const [longitude, latitude] = await app.groundAtMiddle();
      expect(longitude).toBeCloseTo(overlap.at[0], 2);
      expect(latitude).toBeCloseTo(overlap.at[1], 2);
    }).toPass({ timeout: 10_000 });
  });

  await test.step('the card of either zone names it too', async () => {
    for (const zone of [one, other]) {
      await app.choose(zone);
      await expect(
        app.card(zone).getByRole('button', { name: new RegExp(`^${app.text('rule.overlap')} `) }),
      ).toBeVisible();
    }
    await planner.keyboard.press('Escape');
    await expect(table.getByRole('row', { selected: true })).toHaveCount(0);
    await planner.keyboard.press('Escape');
    await expect(app.card(other)).toBeHidden();
  });

  await test.step('a vacancy is on the card of its place, where the chain is broken', async () => {
    const place = planted.vacant.target;
    await app.proof('vertical').click();
    await rule('vacant').click();
    await table.getByRole('row').filter({ hasText: place }).click();
    await app.choose(place);
    const chain = app.card(place).getByRole('list', { name: app.text('chain.title') });
    await expect(chain.getByRole('listitem').last()).toContainText(app.text('chain.vacant'));
  });
});

test('where there is nothing to check, that is said loudly, and never "covered"', async ({
  app,
}) => {
  const planner = await app.start({ sample: true });
  await app.createProject('空白区');

  for (const proof of ['horizontal', 'vertical'] as const) {
    await expect(app.proof(proof)).toContainText(app.text('proof.nothing'));
  }
  const alert = planner.getByRole('alert').filter({ hasText: app.text('findings.nothing') });
  await expect(alert).toBeVisible();
  await planner.keyboard.press('F9');
  await expect(alert).toContainText(app.text('findings.no-zones'));
  await expect(planner.getByText(app.text('findings.allCovered'))).toHaveCount(0);
  await expect(planner.getByText('✓')).toHaveCount(0);
  await expect(planner.getByText(app.text('planner.invented'))).toHaveCount(0);

  await test.step('one proof may stand where nobody is on duty yet: planner and wall say the same', async () => {
    const path = test.info().outputPath('甲.hengzong');
    await writeFile(path, (await twoCopies()).mine);
    await app.choosing([path], () => app.command('project.open'));
    await expect(app.proof('horizontal')).toContainText('1');
    await expect(app.proof('vertical')).toContainText(app.text('proof.nothing'));
    const wall = await app.openWall();
    const figure = (name: 'horizontal' | 'vertical') =>
      wall.locator('dl > div').filter({ hasText: app.text(`proof.${name}`) });
    await expect(figure('horizontal')).toContainText(app.text('wall.groundFindings', { count: 1 }));
    await expect(figure('vertical')).toContainText(app.text('proof.nothing'));
  });
});
