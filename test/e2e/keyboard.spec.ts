import { planted, plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

test('keys alone lead from the start to a finding and back', async ({ app }) => {
  const planner = await app.start();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => planner.keyboard.press(key)), Promise.resolve());
  const focused = planner.locator(':focus');

  await test.step('the first door', async () => {
    await press('Tab');
    await expect(focused).toContainText(app.text('start.sample'));
    await press('Enter');
    await expect(app.map).toBeVisible();
    await expect(app.proof('vertical')).toHaveText(
      `${app.text('proof.vertical')}${plantedCounts.vertical}`,
    );
  });

  await test.step('a finding, and the zone it is about', async () => {
    const overlap = planted.overlaps[0] as (typeof planted.overlaps)[0];
    const findings = planner.getByRole('grid', { name: app.text('findings.title') });
    await press('Alt+1');
    await expect(findings).toBeFocused();
    await press('Home');
    const chosen = findings.getByRole('row', { selected: true });
    await expect(chosen).toContainText(app.text('rule.gap'));
    await press('ArrowDown');
    await expect(chosen).toContainText(app.text('rule.overlap'));
    await expect(chosen).toContainText(overlap.zones[0]);
    await press('Enter');
    await app.choose(overlap.zones[0]);
    await press('Escape');
    await expect(chosen, 'the first Esc lets go of the finding').toHaveCount(0);
    await press('Escape');
    await expect(app.card(overlap.zones[0])).toBeHidden();
  });

  await test.step('every table by its number', async () => {
    const tables = [
      'findings',
      'zones',
      'points',
      'issues',
      'roster',
      'organisation',
      'matrix',
      'vacancies',
      'duty',
    ] as const;
    for (const [index, name] of tables.entries()) {
      await press(`Alt+${index + 1}`);
      await expect(app.tab(name)).toHaveAttribute('aria-selected', 'true');
      const table = planner
        .getByRole('tabpanel')
        .getByRole(name === 'organisation' ? 'tree' : 'grid');
      await expect(table).toBeFocused();
    }
    await press('Alt+2');
    const zones = planner.getByRole('grid', { name: app.text('drawer.zones') });
    await app.tab('zones').focus();
    await press('ArrowRight');
    await expect(app.tab('points')).toBeFocused();
    await press('ArrowLeft');
    await expect(zones).toBeVisible();
  });

  await test.step('the layers, the sheet of keys, the check', async () => {
    const layers = planner.getByRole('region', { name: app.text('layer.title') });
    await expect(layers).toBeVisible();
    await press('l');
    await expect(layers).toBeHidden();
    await press('?');
    const sheet = app.dialog('keys.title');
    await expect(sheet).toContainText('F9');
    await press('Escape');
    await expect(sheet).toBeHidden();
    await press('l');
    await expect(layers).toBeVisible();
    await press('F9');
    await expect(app.proof('vertical')).toHaveText(/%$/);
    await expect(app.proof('vertical')).toHaveText(
      `${app.text('proof.vertical')}${plantedCounts.vertical}`,
    );
  });
});
