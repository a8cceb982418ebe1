import type { Locator } from '@playwright/test';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';

async function openTree(app: AppDriver) {
  await app.openTable('organisation');
  const tree = app.planner.getByRole('tree', { name: app.text('organisation.tree') });
  await expect(tree.getByRole('treeitem').first()).toBeVisible();
  return tree;
}

/** A unit's name, which its figures follow. */
async function nameOf(unit: Locator): Promise<string> {
  return (await unit.innerText()).split('\n')[0]?.trim() ?? '';
}

/** The unit that is listed there now, wherever it goes. */
async function unitAt(tree: Locator, n: number): Promise<Locator> {
  const name = await nameOf(tree.getByRole('treeitem').nth(n));
  return tree.getByRole('treeitem', { name: new RegExp(`^${name}`) });
}

/** A unit is moved by dragging, and undo brings it back. */
async function moveUnit(app: AppDriver) {
  const { planner } = app;
  const tree = await openTree(app);
  const [target, moved] = await Promise.all([unitAt(tree, 1), unitAt(tree, 2)]);
  await expect(moved).toHaveAttribute('aria-level', '2');
  await moved.dragTo(target);
  await expect(moved).toHaveAttribute('aria-level', '3');
  await planner.keyboard.press('Control+z');
  await expect(moved).toHaveAttribute('aria-level', '2');
}

/** The tree is gone through, folded and edited by keys alone. */
async function goThroughTree(app: AppDriver) {
  const { planner } = app;
  const tree = await openTree(app);
  await tree.focus();
  const press = async (...keys: string[]) => {
    for (const key of keys) await planner.keyboard.press(key);
  };
  const chosen = tree.getByRole('treeitem', { selected: true });
  await press('Home');
  await expect(chosen).toHaveAttribute('aria-expanded', 'true');
  const top = await nameOf(chosen);
  await press('ArrowLeft');
  await expect(chosen).toHaveAttribute('aria-expanded', 'false');
  await press('ArrowRight', 'ArrowRight');
  await expect(chosen).toHaveAttribute('aria-level', '2');
  const name = await nameOf(chosen);
  await expect(app.card(name)).toBeVisible();

  await press('Enter');
  const form = app.dialog('organisation.form.edit');
  const field = form.getByRole('textbox', { name: app.text('organisation.form.name') });
  await expect(field).toHaveValue(name);
  await field.fill('城市运行管理中心');
  await press('Enter');
  await expect(form).toBeHidden();
  await expect(chosen).toHaveAccessibleName(/^城市运行管理中心/);

  await tree.focus();
  await press('ArrowLeft');
  await expect(chosen).toHaveAccessibleName(new RegExp(`^${top}`));

  await planner.getByRole('textbox', { name: app.text('roster.search') }).fill('yuanlin');
  await expect(tree.getByRole('treeitem', { name: /^区园林绿化局/ })).toBeVisible();
  await expect(tree.getByRole('treeitem')).toHaveCount(2);
}

/** A unit cannot go under itself, and its heir is named before it is given up. */
async function giveUpUnit(app: AppDriver) {
  const { planner } = app;
  const tree = await openTree(app);
  const top = tree.getByRole('treeitem').first();
  const below = tree.getByRole('treeitem').nth(1);
  const [topName, belowName] = await Promise.all([nameOf(top), nameOf(below)]);
  await top.dragTo(below);
  await expect(
    planner.getByText(
      app.text('edit.rosterRefused.unitCycle', { unit: topName, parent: belowName }),
    ),
  ).toBeVisible();

  await below.click();
  await planner.keyboard.press('Delete');
  const dialog = planner.getByRole('dialog', {
    name: app.text('organisation.removal.title', { unit: belowName }),
  });
  await expect(dialog).toContainText(topName);
  await dialog.getByRole('button', { name: app.text('organisation.removal.ok') }).click();
  await expect(tree.getByRole('treeitem', { name: new RegExp(`^${belowName}`) })).toHaveCount(0);
}

/** A team gets its base by a click on the map. */
async function placeTeam(app: AppDriver) {
  const { planner } = app;
  await openTree(app);
  const teams = planner.getByRole('grid', { name: app.text('organisation.teams') });
  await planner.getByRole('button', { name: app.text('team.add') }).click();
  const form = app.dialog('team.form.add');
  await form.getByRole('textbox', { name: app.text('team.form.name') }).fill('夜间应急队');
  await form.getByRole('button', { name: app.text('team.form.ok') }).click();
  await expect(form.getByRole('alert')).toHaveText(app.text('team.form.noBase'));
  await form.getByRole('button', { name: app.text('team.form.pick') }).click();
  await expect(planner.getByText(app.text('team.form.pickHint'))).toBeVisible();
  const ground = await app.groundAtMiddle();
  await planner.mouse.down();
  await planner.mouse.up();
  const base = form.getByRole('textbox', { name: app.text('team.form.base') });
  const [longitude = 0, latitude = 0] = (await base.inputValue()).split(', ').map(Number);
  expect(longitude).toBeCloseTo(ground[0], 3);
  expect(latitude).toBeCloseTo(ground[1], 3);
  await form.getByRole('button', { name: app.text('team.form.ok') }).click();
  await expect(teams.getByRole('row', { selected: true })).toContainText('夜间应急队');
}

test('units are moved, edited and given up; a team gets its base on the map', async ({ app }) => {
  await app.start({ sample: true });
  await test.step('moved by dragging', () => moveUnit(app));
  await test.step('given up to an heir', () => giveUpUnit(app));
  await test.step('a team', () => placeTeam(app));
  await test.step('by keys alone', () => goThroughTree(app));
});
