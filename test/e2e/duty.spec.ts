import { writeFile } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import type { AppDriver } from './driver/app-driver.ts';
import { plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

const box = (west: number, east: number) => [
  [
    [west, 39.9],
    [east, 39.9],
    [east, 39.91],
    [west, 39.91],
    [west, 39.9],
  ],
];

function collection(areas: { name: string; west: number; east: number }[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: areas.map(({ name, west, east }) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Polygon', coordinates: box(west, east) },
    })),
  });
}

async function importFiles(app: AppDriver, testInfo: TestInfo, files: Record<string, string>) {
  const paths = Object.keys(files).map((name) => testInfo.outputPath(name));
  await Promise.all(
    Object.values(files).map((content, at) => writeFile(paths[at] as string, content)),
  );
  await app.choosing(paths, () => app.command('import'));
  const dialog = app.dialog('import.title');
  const next = dialog.getByRole('button', { name: app.text('import.next') });
  await expect(dialog.getByText(app.text('import.columns.field')).first()).toBeVisible();
  await next.click();
  const count = { count: '\\d+' };
  const run = dialog.getByRole('button', {
    name: new RegExp(`^${app.text('import.run', count)}$`),
  });
  await expect(run).toBeEnabled();
  return {
    dialog,
    finish: async () => {
      await run.click();
      await dialog.getByRole('button', { name: app.text('import.close') }).click();
      await expect(dialog).toBeHidden();
    },
  };
}

/** Opens the settings at one of their tabs. */
async function openSettings(app: AppDriver, tab: 'settings.roles' | 'settings.rules.title') {
  await app.command('project.settings');
  const dialog = app.dialog('settings.title');
  await dialog.getByRole('tab', { name: app.text(tab) }).click();
  return {
    dialog,
    save: async () => {
      await dialog.getByRole('button', { name: app.text('common.save'), exact: true }).click();
      await expect(dialog).toBeHidden();
    },
  };
}

test('a duty list and check-ins tell who is missing and what ground that leaves', async ({
  app,
}, testInfo) => {
  const planner = await app.start({ sample: true });
  const keys = planner.keyboard;
  await app.createProject('值班试验区');
  await test.step('two zones with a head each', async () => {
    const ground = await importFiles(app, testInfo, {
      '区.geojson': collection([{ name: '试验区', west: 116.3, east: 116.32 }]),
      '片区.geojson': collection([
        { name: '东片', west: 116.31, east: 116.32 },
        { name: '西片', west: 116.3, east: 116.31 },
      ]),
      '人员.csv': '姓名,电话,角色,责任片区\n甲一,13800000001,片长,东片\n乙二,13800000002,片长,西片',
    });
    await ground.finish();
  });
  await test.step('the cut-off is set to the first minute of the day, which has passed', async () => {
    const { dialog, save } = await openSettings(app, 'settings.rules.title');
    const field = dialog.getByRole('textbox', { name: app.text('settings.rules.cutOff') });
    await field.fill('00:00');
    await field.press('Enter');
    await save();
  });
  await test.step('the lists come in, and say whom they could not match', async () => {
    const lists = await importFiles(app, testInfo, {
      '值班表.csv': '姓名,电话\n甲一,13800000001\n乙二,\n生人,139',
      '签到表.csv': '姓名,签到时间\n乙二,00:00',
    });
    const matches = lists.dialog.getByRole('grid', {
      name: app.text('import.match.title', { count: 3 }),
    });
    await expect(matches.getByRole('row').nth(1)).toContainText(
      app.text('import.match.by.unknown'),
    );
    await lists.finish();
  });

  await app.tab('duty').click();
  const people = planner.getByRole('grid', { name: app.text('duty.people') });
  const row = (name: string) => people.getByRole('row').filter({ hasText: name });
  const absence = () => app.findings.filter({ hasText: '甲一' });
  await test.step('who is in, who is not, whom nobody knows', async () => {
    await expect(row('甲一')).toContainText(app.text('duty.state.missing'));
    await expect(row('乙二')).toContainText(app.text('duty.state.in'));
    await expect(row('生人')).toContainText(app.text('duty.state.unknown'));
    await planner.getByText(new RegExp(`^${app.text('duty.places')} 1$`)).click();
    const places = planner.getByRole('grid', { name: app.text('duty.places') });
    await expect(places.getByRole('row').nth(1)).toContainText('东片');
    await expect(places.getByRole('row').nth(1)).toContainText(app.text('duty.nobodyNow'));
    await app.openTable('findings');
    await expect(absence()).toHaveCount(1);
  });

  await test.step('keys alone record a check-in, and all of it is gone', async () => {
    const tabs = planner.getByRole('tablist', { name: app.text('drawer.label') });
    const index = await tabs
      .getByRole('tab')
      .evaluateAll(
        (all, name) => all.findIndex((tab) => tab.textContent === name),
        app.text('drawer.duty'),
      );
    await keys.press(`Alt+${index + 1}`);
    await expect(people).toBeFocused();
    await keys.press('Home');
    await expect(row('甲一')).toHaveAttribute('aria-selected', 'true');
    await keys.press('f');
    await keys.press('Enter');
    const dialog = app.dialog('duty.dialog.checkIn', { name: '甲一' });
    const time = dialog.getByRole('textbox');
    await expect(time).toBeFocused();
    await time.fill('00:00');
    await keys.press('Enter');
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(row('甲一')).toContainText(app.text('duty.state.in'));
    await expect(planner.getByText(new RegExp(`^${app.text('duty.places')} 0$`))).toBeVisible();
    await app.openTable('findings');
    await expect(absence()).toHaveCount(0);
    await keys.press('Control+z');
    await expect(absence()).toHaveCount(1);
  });
});

/** A gap of the matrix is filled, and empty again after undo; the wall shows no telephone number. */
async function fillMatrix(app: AppDriver) {
  const { planner } = app;
  const matrix = await app.openTable('matrix');
  const empty = matrix.getByRole('gridcell', { name: /空档/ }).first();
  const name = (await empty.getAttribute('aria-label')) ?? '';
  const [street = '', department = '', issueClass = ''] = name.split(/[，：]/);
  await empty.click();
  const card = planner.getByRole('region', { name: app.text('matrix.cell') });
  await expect(card).toContainText(app.text('matrix.nobody', { street, department, issueClass }));
  await card.getByRole('combobox', { name: app.text('matrix.place') }).click();
  await planner.keyboard.press('Enter');
  await card.getByRole('button', { name: app.text('matrix.useNew') }).click();
  await card.getByRole('textbox', { name: app.text('matrix.newName') }).fill('新来的');
  await card.getByRole('button', { name: app.text('matrix.fill'), exact: true }).click();
  const cell = (what: string) => matrix.getByRole('gridcell', { name: what, exact: true });
  const filled = app.text('matrix.filledCell', { street, department, issueClass, count: 1 });
  await expect(cell(filled)).toBeVisible();
  await expect(card.getByRole('button', { name: '新来的' })).toBeVisible();
  await planner.keyboard.press('Control+z');
  await expect(cell(name)).toBeVisible();

  await test.step('the wall shows no telephone number in full', async () => {
    const wall = await app.openWall();
    await wall.getByRole('main').waitFor();
    await expect(wall.getByText(app.text('proof.vertical')).first()).toBeVisible();
    const shown = await wall.locator('body').innerText();
    expect(shown).not.toMatch(/199-?0000-?\d{4}|010-?5550-?\d{4}/);
  });
}

/** A role made required brings findings, and undo takes them away. */
async function requireRole(app: AppDriver) {
  const { planner } = app;
  await expect(app.proof('vertical')).toContainText(String(plantedCounts.vertical));
  const { dialog, save } = await openSettings(app, 'settings.roles');
  const patrol = dialog.getByRole('group', { name: '网格员' });
  await patrol.getByRole('checkbox', { name: app.text('settings.required') }).check();
  const effects = dialog.getByRole('region', { name: app.text('settings.effect.title') });
  await expect(effects).toContainText(`${app.text('rule.vacant')}`);

  await test.step('what somebody holds does not vanish unasked', async () => {
    const head = dialog.getByRole('group', { name: '点长' });
    await head.getByRole('button', { name: app.text('settings.remove', { name: '点长' }) }).click();
    await expect(planner.getByText(app.text('settings.role.dropHint'))).toBeVisible();
    await planner.getByRole('button', { name: app.text('settings.role.keepOptional') }).click();
    await expect(head.getByRole('checkbox')).not.toBeChecked();
    await head.getByRole('checkbox').check();
  });
  await save();
  const zones = await app.count('zones');
  await expect(app.proof('vertical')).toContainText(String(plantedCounts.vertical + zones));
  await planner.keyboard.press('Control+z');
  await expect(app.proof('vertical')).toHaveText(
    `${app.text('proof.vertical')}${plantedCounts.vertical}`,
  );
}

test('a role is made required, and a gap of the matrix is filled; both come back', async ({
  app,
}) => {
  await app.start({ sample: true });
  await test.step('a required role', () => requireRole(app));
  await test.step('a gap of the matrix', () => fillMatrix(app));
});
