import type { Locator } from '@playwright/test';
import type { AppDriver } from './driver/app-driver.ts';
import { plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

/** The roster brought up, with its rows. */
async function openRoster(app: AppDriver) {
  const grid = await app.openTable('roster');
  const rows = grid.getByRole('rowgroup').getByRole('row');
  await expect(rows.first()).toBeVisible();
  return { grid, rows };
}

const cell = (row: Locator, column: number) => row.getByRole('gridcell').nth(column);
const person = 4;
const phone = 5;
const to = 9;
const state = 11;

/** Narrows the roster by what one types into its field. */
async function find(app: AppDriver, typed: string): Promise<void> {
  const field = app.planner.getByRole('tabpanel').getByRole('textbox', {
    name: app.text('roster.search'),
  });
  await field.fill(typed);
}

/** Chooses from one of the selects above the table. */
async function narrow(app: AppDriver, name: string, option: string): Promise<void> {
  await app.planner.getByRole('tabpanel').getByRole('combobox', { name }).click();
  await app.planner.getByTitle(option, { exact: true }).last().click();
}

/** Pastes a text into what has the keys, as from a spreadsheet. */
async function paste(into: Locator, lines: string[]): Promise<void> {
  await into.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, lines.join('\r\n'));
}

/** A vacancy is filled in its row, and undo brings the finding back. */
async function fillVacancy(app: AppDriver) {
  const { planner } = app;
  const vertical = app.proof('vertical');
  await expect(vertical).toContainText(String(plantedCounts.vertical));
  const { grid, rows } = await openRoster(app);
  await narrow(app, app.text('roster.filter.state'), app.text('roster.state.vacant'));
  await expect(rows.first()).toContainText(app.text('roster.state.vacant'));
  const vacancies = await rows.count();

  await cell(rows.first(), person).dblclick();
  const field = grid.getByRole('combobox', { name: app.text('roster.column.person') });
  await field.fill('peng');
  const options = planner.getByRole('listbox', { name: app.text('roster.column.person') });
  await expect(options.getByRole('option').first()).toContainText('彭');
  await field.press('Enter');

  await expect(rows).toHaveCount(vacancies - 1);
  await expect(vertical).toContainText(String(plantedCounts.vertical - 1));
  await planner.keyboard.press('Control+z');
  await expect(vertical).toContainText(String(plantedCounts.vertical));
  await expect(rows).toHaveCount(vacancies);
}

/** Keys alone edit a row, go on, and leave; what cannot be is said. */
async function editByKeys(app: AppDriver) {
  const { planner } = app;
  const { grid, rows } = await openRoster(app);
  await grid.focus();
  const press = async (...keys: string[]) => {
    for (const key of keys) await planner.keyboard.press(key);
  };
  await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await press('Enter');
  const field = grid.getByRole('textbox', { name: app.text('roster.column.phone') });
  await expect(field).toBeFocused();
  await field.fill('没有');
  await press('Enter');
  await expect(planner.getByRole('alert').filter({ hasText: '没有' })).toBeVisible();
  await field.fill('010-6255 1234转8');
  await press('Tab');
  const unit = grid.getByRole('combobox', { name: app.text('roster.column.unit') });
  await expect(unit, 'Tab goes on to the next cell').toBeFocused();
  await press('Tab', 'Tab', 'Tab');
  const last = grid.getByRole('combobox', { name: app.text('roster.column.to') });
  await expect(last).toBeFocused();
  await last.fill('2001/1/1');
  await press('Enter');
  await expect(planner.getByRole('alert').filter({ hasText: '2001-01-01' })).toBeVisible();
  await press('Escape');
  await expect(grid, 'Esc leaves').toBeFocused();
  await expect(cell(rows.first(), phone)).toHaveText('010-6255 1234转8');
  await expect(cell(rows.first(), to)).toHaveText('');
}

/** The roster is found by pinyin, sorted, and linked with the map both ways. */
async function findAndSort(app: AppDriver) {
  const { planner } = app;
  const { grid, rows } = await openRoster(app);
  await find(app, 'xyl pianzhang');
  await expect(cell(rows.first(), 0)).toHaveText('片长');
  await expect(cell(rows.first(), 1)).toContainText('学院路');
  await grid.getByRole('button', { name: app.text('roster.column.person') }).click();
  const first = await cell(rows.first(), person).innerText();
  await grid.getByRole('button', { name: app.text('roster.column.person') }).click();
  await expect(cell(rows.first(), person)).not.toHaveText(first);

  const place = await cell(rows.first(), 1).innerText();
  await cell(rows.first(), 0).click();
  await expect(app.card(place)).toBeVisible();
  await planner.keyboard.press('Escape');
  await find(app, '');
  await app.choose('花园路街道');
  const selected = grid.getByRole('row', { selected: true });
  await expect(selected).toContainText('花园路街道');
}

/** A roster pasted from a spreadsheet is shown row by row and taken in one step. */
async function pasteRoster(app: AppDriver) {
  const { planner } = app;
  const { grid, rows } = await openRoster(app);
  await find(app, '学院路-01');
  await expect(cell(rows.first(), 1)).toContainText('学院路-01');
  const place = await cell(rows.first(), 1).innerText();
  const holder = await cell(rows.first(), person).innerText();
  await grid.focus();
  await paste(grid, [
    '姓名\t电话\t角色\t责任片区',
    `新片长\t13800001234\t片长\t${place}`,
    `某某\t\t片长\t没有的片`,
  ]);
  const dialog = app.dialog('roster.paste.title');
  await expect(dialog.getByRole('status')).toHaveText(
    app.text('roster.paste.summary', { new: 1, changed: 0, same: 0, unmatched: 1 }),
  );
  const table = dialog.getByRole('grid');
  await expect(table).toContainText('新片长');
  await expect(table).toContainText(app.text('import.reason.placeUnknown', { place: '没有的片' }));
  await expect(table).toContainText(holder);
  await dialog.getByRole('button', { name: app.text('roster.paste.run', { count: 1 }) }).click();
  await expect(dialog).toBeHidden();
  await expect(rows.filter({ hasText: '新片长' })).toBeVisible();
  await planner.keyboard.press('Control+z');
  await expect(rows.filter({ hasText: '新片长' })).toHaveCount(0);
  await expect(cell(rows.first(), person)).toHaveText(holder);
}

/** Several posts are handed over at once, and their past holders stay on record. */
async function handOver(app: AppDriver) {
  const { planner } = app;
  const { grid, rows } = await openRoster(app);
  await find(app, '片长 清河');
  await expect(cell(rows.first(), 1)).toContainText('清河');
  await cell(rows.nth(0), 1).click();
  await cell(rows.nth(2), 1).click({ modifiers: ['Shift'] });
  await planner.getByRole('button', { name: app.text('roster.actions', { count: 3 }) }).click();
  await planner.getByRole('menuitem', { name: app.text('roster.takeOver.menu') }).click();
  const dialog = app.dialog('roster.takeOver.title');
  const title = app.text('roster.takeOver.title', { count: 3 });
  const form = planner.getByRole('dialog', { name: title });
  await form.getByRole('combobox', { name: app.text('roster.takeOver.person') }).fill('彭知安');
  await planner.getByRole('option').first().waitFor({ state: 'attached' });
  await planner.getByTitle('彭知安').first().click();
  await form.getByRole('button', { name: app.text('roster.takeOver.ok') }).click();
  await expect(dialog).toBeHidden();
  for (const n of [0, 1, 2]) await expect(cell(rows.nth(n), person)).toHaveText('彭知安');
  await narrow(app, app.text('roster.filter.state'), app.text('roster.state.former'));
  await expect(rows).toHaveCount(3);
  await expect(cell(rows.first(), state)).toHaveText(app.text('roster.state.former'));
  await grid.focus();
  await planner.keyboard.press('Control+z');
  await expect(rows).toHaveCount(0);
  await find(app, '');
  await narrow(app, app.text('roster.filter.state'), app.text('roster.state.vacant'));
}

test('the roster is edited by keys, searched, sorted, and pasted from a spreadsheet', async ({
  app,
}) => {
  await app.start({ sample: true });
  await test.step('by keys', () => editByKeys(app));
  await test.step('searched and sorted', () => findAndSort(app));
  await test.step('pasted', () => pasteRoster(app));
});

test('several posts are handed over at once; a vacancy is filled in its row', async ({ app }) => {
  await app.start({ sample: true });
  await test.step('handed over', () => handOver(app));
  await test.step('a vacancy', () => fillVacancy(app));
});
