import type { Page } from '@playwright/test';
import type { AppDriver } from './driver/app-driver.ts';
import { planted, plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

type Rule = 'gap' | 'overlap' | 'nesting';

/** The list of findings of ground, settled: the camera jumps, and the check has been. */
async function openFindings(app: AppDriver): Promise<Page> {
  const planner = await app.start({ sample: true });
  await planner.emulateMedia({ reducedMotion: 'reduce' });
  await app.openTable('findings');
  await app.proof('horizontal').click();
  await expect(app.findings).toHaveCount(plantedCounts.horizontal);
  return planner;
}

/** Rows of one rule in the list of findings. */
const rowsOf = (app: AppDriver, rule: Rule) =>
  app.findings.filter({ has: app.planner.getByText(app.text(`rule.${rule}`), { exact: true }) });

/** Card that says what a fix would do. */
const cardOf = (app: AppDriver) =>
  app.planner.getByRole('region', { name: app.text('repair.card') });

const focusOn = (planner: Page) =>
  planner.evaluate(() => document.activeElement?.getAttribute('role') ?? '');

/** A gap is mended from its row, and the check itself takes it off the list. */
async function mendGap(app: AppDriver) {
  const { planner } = app;
  const gap = rowsOf(app, 'gap').first();
  const give = gap.getByRole('button').first();
  const card = cardOf(app);

  await test.step('under the pointer the fix says what it would do, and does nothing', async () => {
    await give.hover();
    await expect(card.getByRole('row')).toHaveCount(2);
    await expect(card).toContainText(/\+91\d\.\d m²/);
    await planner.mouse.move(400, 200);
    await expect(card).toBeHidden();
  });

  await test.step('pressed it goes there and waits', async () => {
    await give.click();
    await expect(gap).toHaveAttribute('aria-selected', 'true');
    await expect(card).toBeVisible();
    const [at] = planted.gaps;
    await expect(async () => {
      const [longitude, latitude] = await app.groundAtMiddle();
      expect(longitude).toBeCloseTo(at?.at[0] ?? 0, 2);
      expect(latitude).toBeCloseTo(at?.at[1] ?? 0, 2);
    }).toPass({ timeout: 10_000 });
    await expect(gap).toBeVisible();
  });

  await test.step('Esc leaves it as it was', async () => {
    await planner.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(gap).toBeVisible();
  });

  await test.step('carried out, the check finds it gone and the next one is chosen', async () => {
    await give.click();
    await card.getByRole('button', { name: app.text('repair.apply'), exact: true }).click();
    await expect(rowsOf(app, 'gap')).toHaveCount(0);
    await expect(rowsOf(app, 'overlap')).toHaveCount(planted.overlaps.length);
    await expect(app.findings.first()).toHaveAttribute('aria-selected', 'true');
    expect(await focusOn(planner)).toBe('grid');
  });

  await test.step('one undo brings it back', async () => {
    await planner.keyboard.press('Control+z');
    await expect(rowsOf(app, 'gap')).toHaveCount(1);
  });
}

/** An overlap is left to one side, and split, by the keyboard alone. */
async function mendOverlapsByKeys(app: AppDriver) {
  const { planner } = app;
  const card = cardOf(app);
  const { keyboard } = planner;
  await keyboard.press('Alt+1');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  const overlap = rowsOf(app, 'overlap').first();
  await expect(overlap).toHaveAttribute('aria-selected', 'true');

  await test.step('F opens its fixes, arrows choose, each is shown; Esc goes back', async () => {
    await keyboard.press('f');
    await expect(overlap.getByRole('button').first()).toBeFocused();
    await expect(card).toContainText(/\u2212\d/);
    await keyboard.press('ArrowRight');
    await expect(overlap.getByRole('button').nth(1)).toBeFocused();
    await keyboard.press('Escape');
    await expect(card).toBeHidden();
    expect(await focusOn(planner)).toBe('grid');
  });

  await test.step('Enter on a fix carries it out', async () => {
    await keyboard.press('f');
    await expect(card.getByRole('row')).toHaveCount(2);
    await keyboard.press('Enter');
    await expect(rowsOf(app, 'overlap')).toHaveCount(planted.overlaps.length - 1);
    expect(await focusOn(planner)).toBe('grid');
  });

  await test.step('the next one is chosen already; it is split along its middle', async () => {
    await expect(rowsOf(app, 'overlap').first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('f');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await expect(card.getByRole('heading')).toHaveText(
      app.text('repair.long.split-ground', {
        a: planted.overlaps[1]?.zones[1],
        b: planted.overlaps[1]?.zones[0],
      }),
    );
    // Both give up a part.
    await expect(card.getByRole('row')).toHaveCount(3);
    await keyboard.press('Enter');
    await expect(rowsOf(app, 'overlap')).toHaveCount(0);
  });

  await test.step('both come back, one after the other', async () => {
    await keyboard.press('Control+z');
    await expect(rowsOf(app, 'overlap')).toHaveCount(1);
    await keyboard.press('Control+z');
    await expect(rowsOf(app, 'overlap')).toHaveCount(planted.overlaps.length);
  });
}

/** Ground is excepted only with name, reason and approver, who is remembered. */
async function exceptGround(app: AppDriver) {
  const { planner } = app;
  const gap = rowsOf(app, 'gap').first();
  const card = cardOf(app);
  const field = (key: 'exceptionName' | 'reason' | 'approver') =>
    card.getByRole('textbox', { name: app.text(`repair.${key}`) });
  const declare = card.getByRole('button', { name: app.text('repair.applyException') });
  const except = async () => {
    await gap.getByRole('button', { name: app.text('repair.more') }).click();
    await planner
      .getByRole('menuitem', { name: app.text('repair.long.declare-exception') })
      .click();
  };

  await except();
  await declare.click();
  await expect(card.getByText(app.text('repair.reasonNeeded'))).toBeVisible();
  await field('exceptionName').fill('校园湖面');
  await field('reason').fill('水面，无需清扫');
  await field('approver').fill('区政府办 王主任');
  await declare.click();
  await expect(rowsOf(app, 'gap')).toHaveCount(0);

  await planner.keyboard.press('Control+z');
  await expect(rowsOf(app, 'gap')).toHaveCount(1);
  // The same by the keyboard: into the row, past what fits there, and down its menu.
  const { keyboard } = planner;
  await keyboard.press('Alt+1');
  await keyboard.press('Home');
  await keyboard.press('f');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(gap.getByRole('button', { name: app.text('repair.more') })).toBeFocused();
  await keyboard.press('Enter');
  const items = planner.getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(items.last()).toBeFocused();
  await keyboard.press('Enter');
  await expect(field('exceptionName')).toBeFocused();
  await expect(field('approver')).toHaveValue('区政府办 王主任');
  await keyboard.press('Escape');
  await expect(card).toBeHidden();
}

/** A gap becomes a zone of its own, with a name that is not taken. */
async function makeZoneOfGap(app: AppDriver) {
  const { planner } = app;
  const zones = await app.count('zones');
  const gap = rowsOf(app, 'gap').first();
  const card = cardOf(app);
  await gap.getByRole('button', { name: app.text('repair.more') }).click();
  await planner.getByRole('menuitem', { name: app.text('repair.long.new-zone') }).click();
  const name = card.getByRole('textbox', { name: app.text('repair.zoneName') });
  await name.fill(planted.overlaps[0]?.zones[0] ?? '');
  await planner.keyboard.press('Enter');
  await expect(card.getByText(app.text('repair.nameTaken'))).toBeVisible();
  await name.fill('新设一片');
  await planner.keyboard.press('Enter');
  await expect(rowsOf(app, 'gap')).toHaveCount(0);
  expect(await app.count('zones')).toBe(zones + 1);
}

/** All small findings are listed first, then mended and taken back as one. */
async function mendAllSmall(app: AppDriver) {
  const { planner } = app;
  await planner.getByRole('button', { name: app.text('repair.all.open') }).click();
  const dialog = app.dialog('repair.all.title');
  const list = dialog.getByRole('grid', { name: app.text('repair.all.list') });
  const upTo = dialog.getByRole('spinbutton', { name: app.text('repair.all.upTo') });
  const mend = (count: number) =>
    dialog.getByRole('button', { name: app.text('repair.all.apply', { count }) });

  await test.step('nothing is small enough at first', async () => {
    await upTo.fill('10');
    await expect(dialog.getByText(app.text('repair.all.none'))).toBeVisible();
  });

  await test.step('the list shows what would be done, and its consequences', async () => {
    await upTo.fill('100000');
    await expect(list.getByRole('row')).toHaveCount(plantedCounts.horizontal + 1);
    await expect(list.getByText(app.text('repair.all.ready'))).toHaveCount(
      plantedCounts.horizontal,
    );
    await expect(dialog.getByRole('table').getByRole('row')).not.toHaveCount(0);
    await expect(mend(plantedCounts.horizontal)).toBeEnabled();
  });

  await test.step('what is not ticked is left out, and comes back in', async () => {
    await list.getByRole('checkbox').first().click();
    await expect(mend(plantedCounts.horizontal - 1)).toBeEnabled();
    await list.getByRole('checkbox').first().click();
  });

  await test.step('one button mends all of them', async () => {
    await mend(plantedCounts.horizontal).click();
    await expect(dialog).toBeHidden();
    // Streets and communities had the same faults and have followed, so these agree as well.
    await expect(app.findings).toHaveCount(0);
  });

  await test.step('one undo takes all back', async () => {
    await planner.keyboard.press('Control+z');
    await expect(rowsOf(app, 'gap')).toHaveCount(planted.gaps.length);
    await expect(rowsOf(app, 'overlap')).toHaveCount(planted.overlaps.length);
    await expect(app.findings).toHaveCount(plantedCounts.horizontal);
  });
}

test('a gap is mended from its row, overlaps by keys, and all small findings at once', async ({
  app,
}) => {
  await openFindings(app);
  await test.step('a gap', () => mendGap(app));
  await test.step('overlaps by keys', () => mendOverlapsByKeys(app));
  await test.step('all that are small', () => mendAllSmall(app));
});

test('a gap becomes an exception, or a zone of its own', async ({ app }) => {
  await openFindings(app);
  await test.step('an exception', () => exceptGround(app));
  await test.step('a zone', () => makeZoneOfGap(app));
});

test('streets and communities follow a zone, or are mended after it', async ({ app }) => {
  const planner = await openFindings(app);
  const card = cardOf(app);
  const give = rowsOf(app, 'gap').first().getByRole('button').first();
  const levels = rowsOf(app, 'nesting');

  await test.step('the card says which would follow, and lets them be', async () => {
    await give.click();
    const follow = card.getByRole('checkbox', { name: app.text('repair.carry') });
    await expect(follow).toBeChecked();
    await expect(card).toContainText('海淀街道');
    await follow.uncheck();
    await expect(card).not.toContainText('海淀街道');
    await card.getByRole('button', { name: app.text('repair.apply') }).click();
    await expect(rowsOf(app, 'gap')).toHaveCount(0);
  });

  await test.step('then the levels disagree there', async () => {
    await expect(levels).toHaveCount(2);
  });

  await test.step('and one fix makes all of them agree', async () => {
    const grow = levels.last().getByRole('button').first();
    await grow.click();
    await expect(card).toContainText(/\+917\.0 m²/);
    await grow.click();
    await expect(levels).toHaveCount(0);
  });

  await test.step('which undo takes back', async () => {
    await planner.keyboard.press('Control+z');
    await expect(levels).toHaveCount(2);
  });
});
