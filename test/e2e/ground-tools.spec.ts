import type { Locator, Page } from '@playwright/test';
import type { AppDriver } from './driver/app-driver.ts';
import { planted, plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

type LonLat = [longitude: number, latitude: number];

/** Two zones of one village, side by side; the planted gap is east of them. */
const north = '海淀镇-10 片';
const south = '海淀镇-11 片';
const inNorth: LonLat[] = [
  [116.2868, 39.9883],
  [116.2882, 39.9883],
  [116.2882, 39.9891],
];
/** Along the north of the southern zone, across several cells. */
const acrossSouth: LonLat[] = [
  [116.2865, 39.9858],
  [116.2895, 39.9858],
];
const inSouth: LonLat = [116.2877, 39.985];
const site = '花园路-花溪交通枢纽 点';
const siteAt: LonLat = [116.338352, 39.9821339];
const strip = '中关村-青枫大街 条';

async function along(page: Page, [first, ...more]: { x: number; y: number }[]): Promise<void> {
  await page.mouse.move(first!.x, first!.y);
  await page.mouse.down();
  for (const { x, y } of more) await page.mouse.move(x, y, { steps: 8 });
}

/** What was done last, as the history says; waits until it is that. */
async function expectLast(app: AppDriver, text: string | RegExp): Promise<void> {
  const entries = await app.openTable('history');
  await expect(entries.getByRole('row').nth(1)).toContainText(text);
}

/** Takes a tool in hand by its key, and answers where places of the ground are then. */
async function take(app: AppDriver, key: string, tool: string) {
  await app.map.focus();
  await app.planner.keyboard.press(key);
  const name = app.text(`redraw.${tool}.name` as never);
  const button = app.planner.getByRole('button', { name, exact: true });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  return app.groundOnScreen();
}

test('ground is painted, given, drawn, cut out and filled by mouse', async ({ app }) => {
  const page = await app.start({ sample: true });
  const proof = app.proof('horizontal');
  const found = plantedCounts.horizontal;
  await expect(proof).toContainText(String(found), { timeout: 30_000 });
  const zones = await app.count('zones');
  const bar: Locator = page.getByRole('region', { name: app.text('redraw.palette') });
  const hint = page.getByRole('contentinfo');
  const consequence = page.getByRole('region', { name: app.text('redraw.consequence') });
  const countIs = (count: number) => expect.poll(() => app.count('zones')).toBe(count);
  const undo = async () => {
    await app.map.focus();
    await page.keyboard.press('Control+z');
  };
  const expectUndone = (label: string) =>
    expect(page.getByText(app.text('history.undo', { label })).first()).toBeVisible();
  const click = async ({ x, y }: { x: number; y: number }) => page.mouse.click(x, y);
  await app.choose(north);
  const area = app.card(north).getByText(/^[\d.]+ ha$/);
  const before = await area.innerText();

  await test.step('the brush paints cells into the selected zone, which undo takes out again', async () => {
    const at = await take(app, 'b', 'brush');
    await bar.getByText(app.text('redraw.brush.cell'), { exact: true }).click();
    await along(page, acrossSouth.map(at));
    await expect(hint).toContainText(app.text('redraw.brush.painting', { zone: north }));
    await expect(consequence).toContainText(south);
    // Given up in the middle, it leaves zone and selection as they were; the tool stays in hand.
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(hint).toContainText(app.text('redraw.brush.ready', { zone: north }));
    await expect(area).toHaveText(before);
    await along(page, acrossSouth.map(at));
    await page.mouse.up();
    await expectLast(app, new RegExp(`\\d.*“${north}”`));
    await expect(area).not.toHaveText(before);
    await undo();
    await expect(area).toHaveText(before);
  });

  await test.step('base units come in from a file, are painted as a whole, and go out again', async () => {
    await page.keyboard.press('Escape');
    await app.dropFile('test/fixtures/import/单元网格.geojson');
    const dialog = page.getByRole('dialog', { name: app.text('import.title') });
    await expect(dialog.getByText(app.text('import.target.baseUnit'))).toBeVisible();
    await dialog.getByRole('button', { name: app.text('import.next') }).click();
    await expect(dialog.getByText(app.text('import.count.baseUnit', { count: 2 }))).toBeVisible();
    await dialog.getByRole('button', { name: app.text('import.run', { count: 2 }) }).click();
    await dialog.getByRole('button', { name: app.text('import.close') }).click();
    const unit = '110108019001002';
    const found = await app.search(unit);
    await expect(found.getByRole('option')).toHaveCount(1, { timeout: 15_000 });
    await page.keyboard.press('Enter');
    await expect(app.card(unit)).toContainText('单元编码');
    await app
      .card(unit)
      .getByRole('button', { name: app.text('detail.removeBaseUnit') })
      .click();
    await expectLast(app, app.text('edit.remove', { title: unit }));
    await expect(app.card(unit)).toBeHidden();
    await undo();
    await app.choose(north);
    const at = await take(app, 'b', 'brush');
    await bar.getByText(app.text('redraw.brush.baseUnit'), { exact: true }).click();
    await click(at(inSouth));
    await expectLast(app, new RegExp(`\\d.*“${north}”`));
    await expect(area).not.toHaveText(before);
    await undo();
    await expect(area).toHaveText(before);
    await undo();
    await expect(bar.getByText(app.text('redraw.brush.baseUnit'), { exact: true })).toBeHidden();
  });

  await test.step('a drawn part goes to the zone clicked then', async () => {
    const at = await take(app, 'g', 'give');
    for (const place of inNorth) await click(at(place));
    await page.keyboard.press('Enter');
    await click(at(inSouth));
    await expectLast(app, app.text('edit.redraw.give', { from: north, to: south }));
    await expect(area).not.toHaveText(before);
    await undo();
    await expect(area).toHaveText(before);
  });

  await test.step('a new zone is drawn, closed by a click on its first corner', async () => {
    const at = await take(app, 'd', 'draw');
    for (const place of [...inNorth, inNorth[0]!]) await click(at(place));
    await countIs(zones + 1);
    await expectLast(app, app.text('edit.redraw.draw', { title: `${north}-2` }));
    await undo();
    await countIs(zones);
  });

  await test.step('a piece is cut out: into a zone, or left to nobody where that is allowed', async () => {
    const at = await take(app, 'j', 'cutOut');
    for (const place of inNorth) await click(at(place));
    await page.keyboard.press('Enter');
    await countIs(zones + 1);
    await expectLast(app, app.text('edit.redraw.cutOut', { from: north, title: `${north}-2` }));
    await undo();
    await countIs(zones);
    await bar.getByText(app.text('redraw.cutOut.nobody'), { exact: true }).click();
    await app.map.focus();
    for (const place of inNorth) await click(at(place));
    await expect(bar.getByRole('status')).toHaveText(
      app.text('edit.redraw.refused.leavesBare', { zone: north }),
    );
    await bar.getByRole('checkbox', { name: app.text('redraw.allowInvalid') }).check();
    await app.map.focus();
    await page.keyboard.press('Enter');
    await expect(proof).toContainText(new RegExp(`${found + 1}$`));
    await undo();
    await expect(proof).toContainText(new RegExp(`${found}$`));
    await bar.getByRole('checkbox', { name: app.text('redraw.allowInvalid') }).uncheck();
    await page.keyboard.press('Escape');
  });

  await test.step('a new site stands where it was clicked, a new strip along its line', async () => {
    const at = await take(app, 'z', 'drawSite');
    await click(at(inSouth));
    await countIs(zones + 1);
    await expectLast(app, app.text('edit.redraw.drawSite', { title: '' }).slice(0, -2));
    await undo();
    await countIs(zones);
    await take(app, 'y', 'drawStrip');
    for (const place of acrossSouth) await click(at(place));
    await page.keyboard.press('Enter');
    await countIs(zones + 1);
    await expectLast(app, /20 米|20 m/);
    await undo();
    await countIs(zones);
  });

  await test.step('a site is dragged, and gets another radius', async () => {
    await app.choose(site);
    const at = await take(app, 'r', 'moveSite');
    const { x, y } = at(siteAt);
    await along(page, [
      { x: x + 5, y },
      { x: x + 35, y: y + 15 },
    ]);
    await expect(hint).toContainText(app.text('redraw.moveSite.dragging', { zone: site }));
    await page.mouse.up();
    await expectLast(app, app.text('edit.redraw.moveSite', { title: site }));
    await undo();
    await expectUndone(app.text('edit.redraw.moveSite', { title: site }));
    const field = bar.getByRole('spinbutton', { name: app.text('redraw.moveSite.radius') });
    await field.fill('120');
    await field.press('Enter');
    await app.map.focus();
    await page.keyboard.press('Enter');
    await expectLast(app, app.text('edit.redraw.siteRadius', { title: site, metres: 120 }));
    await undo();
  });

  await test.step('the line of a strip is drawn anew', async () => {
    await app.choose(strip);
    const at = await take(app, 'w', 'moveStrip');
    await click(at([116.322, 39.98]));
    await click(at([116.327, 39.976]));
    await page.keyboard.press('Enter');
    await expectLast(app, app.text('edit.redraw.moveStrip', { title: strip }));
    await undo();
    await expectUndone(app.text('edit.redraw.moveStrip', { title: strip }));
    await page.keyboard.press('Escape');
  });

  await test.step('one click fills a gap; that is taken back after a reload', async () => {
    await app.openTable('findings');
    const gap = app.findings.filter({ hasText: app.text('rule.gap') }).first();
    await gap.click();
    const at = await take(app, 'u', 'fillGap');
    await click(at(planted.gaps[0]!.at));
    await countIs(zones + 1);
    await expect(proof).toContainText(new RegExp(`${found - 1}$`));
    await page.reload();
    await app.map.waitFor();
    await countIs(zones + 1);
    await undo();
    await countIs(zones);
    await expect(proof).toContainText(new RegExp(`${found}$`), { timeout: 30_000 });
  });
});
