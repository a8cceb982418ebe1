import type { Locator, Page } from '@playwright/test';
import type { AppDriver } from './driver/app-driver.ts';
import { plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';
import { violations } from './driver/violations.ts';

/** A zone whose vertices 12 to 16 are shared with one neighbour alone, and 2 with a community. */
const zone = '青龙桥-12 片';

interface Spot {
  x: number;
  y: number;
}

async function middleOf(element: Locator): Promise<Spot> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The handle of a vertex of the selected zone, by its number. */
function handle(app: AppDriver, number: number): Locator {
  const name = app.text('vertex.handle', { number, total: '\\d+', count: '\\d+' });
  return app.planner.getByRole('button', { name: new RegExp(`^${name}$`) });
}

const tool = (app: AppDriver, name: string): Locator =>
  app.planner
    .getByRole('toolbar', { name: app.text('redraw.tools') })
    .getByRole('button', { name: app.text(`redraw.${name}.name` as never), exact: true });

const hint = (app: AppDriver): Locator => app.planner.getByRole('contentinfo');

/** What was done last, as the history says; waits until it is that. */
async function expectLast(app: AppDriver, text: string | RegExp): Promise<void> {
  const entries = await app.openTable('history');
  await expect(entries.getByRole('row').nth(1)).toContainText(text);
}

async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

const beside = ({ x, y }: Spot, dx: number, dy: number): Spot => ({ x: x + dx, y: y + dy });

test('shared borders are redrawn by hand', async ({ app }) => {
  const page = await app.start({ sample: true });
  const proof = app.proof('horizontal');
  const before = plantedCounts.horizontal;
  await expect(proof).toContainText(String(before), { timeout: 30_000 });
  await app.choose(zone);
  // Out from under the tools.
  await app.map.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await middleOf(handle(app, 15))).y).toBeGreaterThan(160);
  const spots = new Map<number, Spot>();
  for (const number of [2, 12, 13, 14, 15, 16]) {
    spots.set(number, await middleOf(handle(app, number)));
  }
  const spot = (number: number) => spots.get(number)!;
  const bar = page.getByRole('region', { name: app.text('redraw.palette') });
  const undo = async () => {
    await page.keyboard.press('Control+z');
    await expect(proof).toContainText(new RegExp(`${before}$`));
  };

  await test.step('the numbers of both zones follow a drag before it is dropped', async () => {
    const numbers = await app.openTable('numbers');
    const tried = numbers.getByText(app.text('numbers.tried'));
    await expect(numbers.getByRole('row').nth(2)).toBeVisible({ timeout: 30_000 });
    await drag(page, spot(14), beside(spot(14), 8, -10));
    await expect(tried.first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tried).toHaveCount(0);
    await page.mouse.up();
    await app.openTable('findings');
  });

  await test.step('a vertex dragged by its handle changes both zones; undo takes it back', async () => {
    await drag(page, spot(14), beside(spot(14), 8, -10));
    await expect(hint(app)).toContainText(app.text('redraw.moveVertex.dragging'));
    await page.mouse.up();
    await expectLast(app, app.text('edit.moveSharedVertex', { title: zone, count: 2 }).slice(-8));
    await expect(proof).toContainText(new RegExp(`${before}$`));
    expect(await middleOf(handle(app, 14))).not.toEqual(spot(14));
    await undo();
    expect(await middleOf(handle(app, 14))).toEqual(spot(14));
    // The window follows a drop a moment later, but a key finds it as it is.
    await drag(page, spot(14), beside(spot(14), 8, -10));
    await page.mouse.up();
    await page.keyboard.press('Control+z');
    await expect.poll(() => middleOf(handle(app, 14))).toEqual(spot(14));
  });

  await test.step('it is drawn to another vertex, but not with Alt, and Esc restores it', async () => {
    await drag(page, spot(14), beside(spot(13), 3, 3));
    await expect(hint(app)).toContainText(app.text('redraw.snapped.vertex'));
    await page.keyboard.down('Alt');
    await page.mouse.move(spot(13).x + 4, spot(13).y + 3);
    await expect(hint(app)).toContainText(app.text('redraw.moveVertex.dragging'));
    await page.keyboard.up('Alt');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await middleOf(handle(app, 14))).toEqual(spot(14));
    await expect(app.card(zone)).toBeVisible();
  });

  await test.step('what would break the coverage is shown with its findings, and refused', async () => {
    await drag(page, spot(14), beside(spot(2), 0, 0));
    await page.mouse.move(20 + spot(2).x, spot(2).y - 60, { steps: 3 });
    await expect(bar.getByRole('status')).not.toBeEmpty();
    await expect(proof).not.toContainText(new RegExp(`${before}$`));
    await page.mouse.up();
    await expect(page.getByText(app.text('planner.refused', { reason: '' }))).toBeVisible();
    await expect(proof).toContainText(new RegExp(`${before}$`));
    expect(await middleOf(handle(app, 14))).toEqual(spot(14));
  });

  await test.step('a border settled by others asks what becomes of it', async () => {
    await drag(page, spot(2), beside(spot(2), 6, 6));
    await page.mouse.up();
    const question = page.getByRole('alertdialog', { name: app.text('redraw.levels.ask') });
    await question.getByRole('button', { name: app.text('redraw.levels.keep') }).click();
    await expect(question).toBeHidden();
    expect(await middleOf(handle(app, 2))).toEqual(spot(2));
    await drag(page, spot(2), beside(spot(2), 6, 6));
    await page.mouse.up();
    await question.getByRole('button', { name: app.text('redraw.levels.move') }).click();
    await expect(question).toBeHidden();
    await expect.poll(() => middleOf(handle(app, 2))).not.toEqual(spot(2));
    await undo();
  });

  await test.step('an edge goes with both its ends', async () => {
    await tool(app, 'moveEdge').click();
    await expect(hint(app)).toContainText(app.text('redraw.moveEdge.idle'));
    await expect(handle(app, 12)).toBeHidden();
    const [a, b] = [spot(13), spot(14)];
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    // One end is drawn to a vertex, and takes the other along; Esc restores both.
    const [dx, dy] = [spot(16).x - b.x, spot(16).y - b.y];
    await drag(page, middle, beside(middle, dx + 3, dy + 2));
    await expect(hint(app)).toContainText(app.text('redraw.snapped.vertex'));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(hint(app)).not.toContainText(app.text('redraw.snapped.vertex'));
    // Let go where the window did not hear of it: nothing is carried without a button.
    await drag(page, middle, beside(middle, 4, -5));
    await expect(hint(app)).toContainText(app.text('redraw.moveEdge.dragging'));
    await app.map.dispatchEvent('pointermove', {
      pointerId: 1,
      pointerType: 'mouse',
      buttons: 0,
      clientX: middle.x + 5,
      clientY: middle.y - 5,
    });
    await expect(hint(app)).not.toContainText(app.text('redraw.moveEdge.dragging'));
    await page.mouse.up();
    await drag(page, middle, beside(middle, 4, -5));
    await page.mouse.up();
    await expectLast(app, app.text('edit.redraw.moveEdge', { title: '', count: 2 }).slice(-9));
    await undo();
  });

  await test.step('a stretch is made straight by two clicks; Esc steps back, then leaves', async () => {
    await page.keyboard.press('s');
    await expect(tool(app, 'straighten')).toHaveAttribute('aria-pressed', 'true');
    await page.mouse.click(spot(12).x, spot(12).y);
    await expect(hint(app)).toContainText(app.text('redraw.straighten.second'));
    await page.keyboard.press('Escape');
    await expect(hint(app)).toContainText(app.text('redraw.straighten.first'));
    await page.mouse.click(spot(12).x, spot(12).y);
    await page.mouse.move(spot(16).x, spot(16).y);
    await expect(hint(app)).toContainText(app.text('redraw.straighten.ready'));
    expect(await violations(page)).toEqual([]);
    await page.mouse.click(spot(16).x, spot(16).y);
    await expectLast(app, app.text('edit.redraw.straighten', { title: zone }));
    await undo();
    await page.keyboard.press('Escape');
    await expect(tool(app, 'straighten')).toHaveAttribute('aria-pressed', 'false');
    await expect(app.card(zone)).toBeVisible();
  });

  await test.step('the keyboard alone moves a vertex, to typed coordinates and by metres', async () => {
    await app.map.focus();
    await page.keyboard.press('v');
    for (let i = 0; i < 14; i++) await page.keyboard.press('n');
    await expect(hint(app)).toContainText(app.text('redraw.moveVertex.taken'));
    // A length and a bearing from where it stands: the first digit goes to the field.
    await page.keyboard.type('12@60');
    const field = bar.getByRole('textbox', { name: app.text('redraw.typed.label') });
    await expect(field).toHaveValue('12@60');
    await page.keyboard.press('Enter');
    await expectLast(app, app.text('edit.moveSharedVertex', { title: '', count: 2 }).slice(-8));
    await undo();
    await app.map.focus();
    for (let i = 0; i < 14; i++) await page.keyboard.press('n');
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expectLast(app, app.text('edit.moveSharedVertex', { title: '', count: 2 }).slice(-8));
  });

  await test.step('the sheet of keys names the tools', async () => {
    await page.keyboard.press('?');
    const sheet = app.dialog('keys.title');
    await expect(sheet.getByText(app.text('redraw.drawBorder.name'))).toBeVisible();
  });
});
