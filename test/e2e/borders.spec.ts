import { PDFDocument } from '@cantoo/pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';
import { violations } from './driver/violations.ts';

/** Texts of the cells of a workbook, sheet by sheet. */
function sheetsOf(bytes: Buffer): string[][] {
  const files = unzipSync(bytes);
  return Object.keys(files)
    .filter((name) => name.startsWith('xl/worksheets/'))
    .toSorted()
    .map((name) =>
      [...strFromU8(files[name] as Uint8Array).matchAll(/<t [^>]*>([^<]*)<|<v>([^<]*)</g)].map(
        (hit) => hit[1] ?? hit[2] ?? '',
      ),
    );
}

const rowsOf = (app: AppDriver, title: 'borders.title' | 'ledger.title') =>
  app.planner
    .getByRole('grid', { name: app.text(title) })
    .getByRole('rowgroup')
    .getByRole('row');

test('a border is registered and disputed by keys alone, and shows its issues', async ({ app }) => {
  const planner = await app.start({ sample: true });
  const press = async (...keys: string[]) => {
    for (const key of keys) await planner.keyboard.press(key);
  };
  const table = await app.openTable('borders');
  const pane = planner.getByRole('complementary', { name: app.text('borders.pane') });
  const open = app.text('borders.state.open');
  const first = rowsOf(app, 'borders.title').first();
  await expect(first).toContainText(app.text('borders.state.disputed'));
  await table.focus();
  await press('Home');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  const before = await app.count('borders');

  await test.step('issues along the disputed one are listed, and lead to the map', async () => {
    const issue = pane.getByRole('listitem').getByRole('button').first();
    await issue.click();
    await expect(issue).toHaveAttribute('aria-pressed', 'true');
    await table.focus();
  });

  await test.step('the first one without an entry', async () => {
    const chosen = table.getByRole('row', { selected: true });
    for (let i = 0; i < 10 && !(await chosen.innerText()).includes(open); i++) {
      await press('ArrowDown');
      await expect(chosen).toHaveCount(1);
    }
    await expect(chosen).toContainText(open);
    await expect(pane.getByText(/30 m/).first()).toBeVisible();
    expect(await violations(planner, '[role=tabpanel]')).toEqual([]);
  });

  await test.step('its entry, marked as disputed', async () => {
    const name = pane.getByRole('textbox', { name: app.text('borders.name') });
    await name.focus();
    await press('Control+a');
    await planner.keyboard.type('待定界线');
    const basis = pane.getByRole('textbox', { name: app.text('borders.basis') });
    await basis.focus();
    await planner.keyboard.type('现场会');
    await pane.getByRole('checkbox').focus();
    await press('Space');
    await basis.focus();
    await press('Enter');
    await expect(table.getByRole('row', { selected: true })).toContainText(
      app.text('borders.state.disputed'),
    );
    await expect(table.getByRole('row', { selected: true })).toContainText('现场会');
    expect(await app.count('borders')).toBe(before + 1);
  });

  await test.step('the legend knows of disputes; the dispute can be settled and undone', async () => {
    const legend = planner.getByRole('region', { name: app.text('legend.title') });
    const fold = legend.getByRole('button', { name: app.text('legend.title') });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await expect(legend).toContainText(app.text('legend.dispute'));
    await pane.getByRole('checkbox').focus();
    await press('Space');
    await pane.getByRole('button', { name: app.text('borders.save') }).click();
    const chosen = table.getByRole('row', { selected: true });
    await expect(chosen).toContainText(app.text('borders.state.settled'));
    await table.focus();
    await press('Control+z');
    await expect(chosen).toContainText(app.text('borders.state.disputed'));
    await press('Control+z');
    await expect(app.tab('borders')).toContainText(String(before));
  });
});

test('lost points are summed and exported, ground given away is handed over on a sheet', async ({
  app,
}) => {
  const planner = await app.start({ sample: true });
  await app.openTable('ledger');
  const sums = rowsOf(app, 'ledger.title');
  await sums.nth(2).click();
  const unit = await sums.nth(2).getByRole('gridcell').first().innerText();
  const issues = planner.getByRole('grid', {
    name: app.text('ledger.issuesOf', { name: unit }),
  });
  await issues.getByRole('rowgroup').getByRole('row').first().click();
  const chain = planner.getByRole('complementary', { name: app.text('ledger.chain') });
  await expect(chain.getByRole('listitem').first()).toBeVisible();
  await expect(chain).toContainText(unit);
  expect(await violations(planner, '[role=tabpanel]')).toEqual([]);

  const panel = planner.getByRole('tabpanel');
  await panel.getByRole('button', { name: app.text('lists.export') }).click();
  const save = planner.getByRole('button', { name: app.text('lists.save.xlsx') });
  const plain = await app.saving(() => save.click());
  expect(plain.name).toMatch(/\.xlsx$/);
  const [byUnit = [], ...others] = sheetsOf(plain.bytes);
  expect(byUnit[0]).toBe(app.text('ledger.column.name'));
  expect(byUnit).toContain(unit);
  const lines = others.at(-1)?.join('\n') ?? '';
  expect(lines).toMatch(/199-\*{4}-\d{4}/);
  expect(lines).not.toMatch(/199-0000-/);

  await panel.getByRole('button', { name: app.text('lists.export') }).click();
  await planner.getByRole('checkbox', { name: app.text('lists.phones') }).check();
  const full = await app.saving(() =>
    planner.getByRole('button', { name: app.text('lists.save.csv') }).click(),
  );
  expect(full.bytes.toString('utf8')).toMatch(/199-0000-\d{4}/);

  // Ground given to a neighbour, in the same sample.
  await app.openTable('findings');
  const overlap = app.findings
    .filter({ has: planner.getByText(app.text('rule.overlap'), { exact: true }) })
    .first();
  await overlap.getByRole('button').first().click();
  const card = planner.getByRole('region', { name: app.text('repair.card') });
  await card.getByRole('button', { name: app.text('repair.apply'), exact: true }).click();

  await test.step('offered after the edit', async () => {
    await planner.getByRole('button', { name: app.text('handOver.open') }).click();
    const dialog = app.dialog('handOver.title');
    const table = dialog.getByRole('table').first();
    await expect(table).toContainText('→');
    await expect(table).toContainText(/\d\.\d\d/);
    expect(await violations(planner, '[role=dialog]')).toEqual([]);
    const pdf = await app.saving(() =>
      dialog.getByRole('button', { name: app.text('handOver.print') }).click(),
    );
    const document = await PDFDocument.load(pdf.bytes, { updateMetadata: false });
    expect(document.getTitle()).toContain(app.text('handOver.title'));
    const units = await dialog.getByRole('heading', { level: 3 }).count();
    expect(document.getPageCount()).toBeGreaterThanOrEqual(units);
    await dialog.getByRole('button', { name: app.text('lists.export') }).click();
    const list = await app.saving(() =>
      planner.getByRole('button', { name: app.text('lists.save.xlsx') }).click(),
    );
    const [cells = []] = sheetsOf(list.bytes);
    expect(cells).toContain(app.text('handOver.side.givesUp'));
    expect(cells).toContain(app.text('handOver.side.receives'));
    expect(cells.join()).not.toMatch(/199-0000-/);
    await planner.keyboard.press('Escape');
    await planner.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('and from the history, by keys', async () => {
    const history = await app.openTable('history');
    await history.focus();
    await planner.keyboard.press('Home');
    await expect(history.getByRole('row', { selected: true })).toHaveCount(1);
    await planner.keyboard.press('f');
    await planner.keyboard.press('Enter');
    await expect(app.dialog('handOver.title').getByRole('table').first()).toBeVisible();
  });
});
