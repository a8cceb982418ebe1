import type { Page } from '@playwright/test';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';
import { violations } from './driver/violations.ts';

const dialogs = [
  ['export', 'export.title'],
  ['project.list', 'projects.title'],
  ['project.settings', 'settings.title'],
  ['window.wall', 'wallDialog.title'],
  ['help.keys', 'keys.title'],
] as const;

/** Themes differ in colours alone: the dark one is looked at by night. */
const themes = [
  { theme: 'light', tag: [] },
  { theme: 'dark', tag: ['@nightly'] },
] as const;

const windows: [string, (app: AppDriver) => Promise<Page>][] = [
  ['planner', (app) => Promise.resolve(app.planner)],
  ['wall', (app) => app.openWall()],
  ['briefing', (app) => app.openBriefing()],
];

test('the first start is accessible', async ({ app }) => {
  expect(await violations(await app.start())).toEqual([]);
});

/** Dialogs and windows. */
async function lookAtWindows(app: AppDriver) {
  for (const [command, title] of dialogs) {
    await test.step(command, async () => {
      await app.command(command);
      await app.dialog(title).waitFor();
      expect.soft(await violations(app.planner, '[role=dialog]'), command).toEqual([]);
      await app.planner.keyboard.press('Escape');
      await app.dialog(title).waitFor({ state: 'hidden' });
    });
  }
  for (const [name, open] of windows) {
    await test.step(name, async () => {
      const page = await open(app);
      await page.getByRole('main').waitFor();
      expect.soft(await violations(page), name).toEqual([]);
    });
  }
}

/** Findings being mended. */
async function lookAtRepair(app: AppDriver) {
  const { planner } = app;
  await app.openTable('findings');
  await app.proof('horizontal').click();
  const gap = app.findings.filter({ hasText: app.text('rule.gap') }).first();
  const check = async (what: string) => expect.soft(await violations(planner), what).toEqual([]);

  await gap.getByRole('button').first().click();
  await planner.getByRole('region', { name: app.text('repair.card') }).waitFor();
  await check('card');

  const more = gap.getByRole('button', { name: app.text('repair.more') });
  await more.click();
  const except = planner.getByRole('menuitem', {
    name: app.text('repair.long.declare-exception'),
  });
  await except.hover();
  await check('menu');

  await except.click();
  await planner.getByRole('button', { name: app.text('repair.applyException') }).click();
  await planner.getByText(app.text('repair.reasonNeeded')).waitFor();
  await check('form with its complaints');

  await planner.keyboard.press('Escape');
  await planner.getByRole('button', { name: app.text('repair.all.open') }).click();
  const dialog = app.dialog('repair.all.title');
  await dialog.getByRole('spinbutton', { name: app.text('repair.all.upTo') }).fill('100000');
  await dialog.getByText(app.text('repair.all.ready')).first().waitFor();
  await check('list of all');
}

/** Roster, units, matrix, duty board and their dialogs. */
async function lookAtRoster(app: AppDriver) {
  const { planner } = app;
  const check = async (what: string) => expect.soft(await violations(planner), what).toEqual([]);

  const grid = await app.openTable('roster');
  const row = grid.getByRole('rowgroup').getByRole('row').first();
  await row.getByRole('gridcell').nth(4).dblclick();
  const field = grid.getByRole('combobox', { name: app.text('roster.column.person') });
  await field.fill('wang');
  await planner.getByRole('option').first().waitFor();
  await check('a cell being edited');
  await field.press('Escape');
  await planner.getByRole('button', { name: app.text('roster.paste.open') }).click();
  const dialog = app.dialog('roster.paste.title');
  await dialog
    .getByRole('textbox', { name: app.text('roster.paste.area') })
    .fill('姓名\t角色\t责任片区\n某某\t片长\t没有的片');
  await dialog.getByRole('status').waitFor();
  await dialog.getByRole('grid').getByText('某某').waitFor();
  await check('a roster being pasted');
  await planner.keyboard.press('Escape');

  await app.openTable('organisation');
  const tree = planner.getByRole('tree', { name: app.text('organisation.tree') });
  await tree.getByRole('treeitem').nth(1).click();
  await check('units and teams');
  await planner.getByRole('button', { name: app.text('team.add') }).click();
  await app.dialog('team.form.add').waitFor();
  await check('the form of a team');
  await planner.keyboard.press('Escape');
  await app.dialog('team.form.add').waitFor({ state: 'hidden' });

  const matrix = await app.openTable('matrix');
  await matrix.getByRole('gridcell', { name: /空档/ }).first().click();
  await planner.getByRole('region', { name: app.text('matrix.cell') }).waitFor();
  await check('matrix with the form of an empty cell');
  await planner.getByText(app.text('matrix.zones'), { exact: true }).click();
  await planner.getByRole('grid', { name: app.text('matrix.zones') }).waitFor();
  await check('zones by class');

  await app.tab('duty').click();
  const people = planner.getByRole('grid', { name: app.text('duty.people') });
  const acts = people.getByRole('button', { name: app.text('duty.act.standIn'), exact: true });
  await acts.nth(1).waitFor();
  await check('duty board');
  await acts.nth(1).click();
  await planner.getByRole('dialog').waitFor();
  await check('stand-in');
  await planner.keyboard.press('Escape');
  await planner.keyboard.press('Escape');
  await planner.getByRole('dialog').waitFor({ state: 'hidden' });

  await app.command('project.settings');
  const settings = app.dialog('settings.title');
  for (const tab of ['settings.roles', 'settings.rules.title'] as const) {
    await settings.getByRole('tab', { name: app.text(tab) }).click();
    expect.soft(await violations(planner, '[role=dialog]'), tab).toEqual([]);
  }
}

for (const { theme, tag } of themes) {
  test(`every table, card, dialog and window is accessible, ${theme}`, { tag: [...tag] }, async ({
    app,
  }) => {
    await app.start({ sample: true });
    if (theme === 'dark') await app.switchTheme('dark');
    await test.step('findings being mended', () => lookAtRepair(app));
    await app.planner.keyboard.press('Escape');
    await test.step('roster, units, matrix, duty', () => lookAtRoster(app));
    await app.planner.keyboard.press('Escape');
    await test.step('dialogs and windows', () => lookAtWindows(app));
  });
}
