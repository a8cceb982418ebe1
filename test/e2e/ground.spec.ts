import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './driver/test.ts';

const zone = '万寿路-08 片';

test('ground is split, merged and locked', async ({ app }) => {
  const planner = await app.start({ sample: true });
  await planner.emulateMedia({ reducedMotion: 'reduce' });
  const tool = (id: 'split') =>
    planner.getByRole('button', { name: app.text(`redraw.${id}.name`), exact: true });
  const hint = planner.getByRole('contentinfo');
  const menu = planner.getByRole('menu');
  const item = (name: string | RegExp) => menu.getByRole('menuitem', { name });
  const before = await app.count('zones');
  await app.choose(zone);
  const map = (await app.map.boundingBox())!;
  const middle = await app.middleBesideCard(zone);
  // From beside the panel on the left to beside the card: beyond the zone on both sides.
  const left = map.x + 340;
  const right = middle.x * 2 - map.x - 40;

  await test.step('a line splits the selected zone, once what it means has been seen', async () => {
    await planner.keyboard.press('k');
    await expect(tool('split')).toHaveAttribute('aria-pressed', 'true');
    await expect(hint).toContainText(app.text('redraw.split.idle'));
    await planner.mouse.click(left, middle.y);
    await planner.mouse.move(right, middle.y + 4, { steps: 5 });
    const card = planner.getByRole('region', { name: app.text('redraw.consequence') });
    await expect(card).toContainText(zone);
    await expect(card).toContainText(`${zone}-2`);
    await planner.mouse.click(right, middle.y + 4);
    await planner.keyboard.press('Enter');
    await expect.poll(() => app.count('zones')).toBe(before + 1);
    await planner.keyboard.press('Escape');
    await expect(tool('split')).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('chosen with Shift, both are merged again by who keeps responsibility', async () => {
    const chosen = planner.getByRole('region', { name: app.text('choice.title', { count: 2 }) });
    // The map may still be drawing the new border.
    await expect(async () => {
      await planner.mouse.click(middle.x + 60, middle.y + 80);
      await planner.keyboard.down('Shift');
      await planner.mouse.click(middle.x + 60, middle.y - 45);
      await planner.keyboard.up('Shift');
      await expect(chosen).toBeVisible({ timeout: 3000 });
    }).toPass();
    await expect(chosen.getByRole('radio', { name: new RegExp(`^${zone} `) })).toBeChecked();
    await expect(chosen.getByRole('table')).toContainText(`${zone}-2`);
    await chosen.getByRole('button', { name: app.text('choice.merge') }).click();
    await expect.poll(() => app.count('zones')).toBe(before);
  });

  await test.step('the menu opens by keys, and locks the zone', async () => {
    const zones = await app.openTable('zones');
    await expect(zones.getByRole('row', { selected: true })).toContainText(zone);
    await zones.focus();
    await planner.keyboard.press('Shift+F10');
    await expect(menu).toBeVisible();
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    const { violations } = await new AxeBuilder({ page: planner })
      .include('[role="menu"]')
      .analyze();
    expect(violations).toEqual([]);
    await planner.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(zones).toBeFocused();
    await planner.keyboard.press('Shift+F10');
    await item(app.text('locks.lock')).press('Enter');
    await expect(
      planner.getByRole('button', { name: app.text('locks.chip', { count: 1 }) }),
    ).toBeVisible();
  });

  await test.step('what is locked is not split, and says so', async () => {
    await planner.keyboard.press('k');
    await app.map.focus();
    await planner.mouse.click(left, middle.y);
    await planner.mouse.move(right, middle.y + 4, { steps: 5 });
    await expect(
      planner.getByText(app.text('edit.redraw.refused.lockedZonePlainly', { zone })),
    ).toBeVisible();
    await planner.mouse.click(right, middle.y + 4);
    await planner.keyboard.press('Enter');
    expect(await app.count('zones')).toBe(before);
    await planner.keyboard.press('Escape');
    await planner.keyboard.press('Escape');
    await planner.keyboard.press('Escape');
    await expect(tool('split')).toHaveAttribute('aria-pressed', 'false');
  });
});
