import { test } from './driver/test.ts';
const zone = '万寿路-08 片';
test('shots', async ({ app }) => {
  const planner = await app.start({ sample: true });
  await planner.emulateMedia({ reducedMotion: 'reduce' });
  const shot = (n: string) => planner.screenshot({ path: `/tmp/w/shots-ground/${n}.png` });
  await planner.setViewportSize({ width: 1366, height: 768 });
  await app.choose(zone);
  const map = (await app.map.boundingBox())!;
  const middle = await app.middleBesideCard(zone);
  const left = map.x + 340;
  const right = 1000;
  await planner.waitForTimeout(1500);
  await planner.keyboard.press('k');
  await planner.mouse.click(left, middle.y);
  await planner.mouse.move(right, middle.y + 4, { steps: 5 });
  await planner.waitForTimeout(2500);
  await shot('01-split');
  await planner.mouse.click(right, middle.y + 4);
  await planner.keyboard.press('Enter');
  await planner.waitForTimeout(2500);
  await shot('02-splitted');
  await planner.keyboard.press('Escape');
  await planner.keyboard.press('Escape');
  await planner.mouse.click(570, middle.y - 40, { button: 'right' });
  await planner.waitForTimeout(400);
  await shot('03-menu');
  await planner.keyboard.press('Escape');
  await planner.mouse.click(640, middle.y - 45);
  await planner.keyboard.down('Shift');
  await planner.mouse.click(middle.x + 200, middle.y + 80);
  await planner.keyboard.up('Shift');
  await planner.waitForTimeout(2000);
  await shot('04-choice');
  await planner
    .getByRole('button', { name: app.text('locks.only') })
    .click({ timeout: 5000 })
    .catch(() => {});
  await planner.waitForTimeout(1500);
  await shot('05-outside');
  await planner.keyboard.press('Escape');
  await app.openTable('zones');
  await planner
    .getByRole('button', { name: app.text('locks.lock'), exact: true })
    .first()
    .click({ timeout: 3000 })
    .catch(() => {});
  await planner.waitForTimeout(1500);
  await planner
    .getByRole('button', { name: app.text('locks.chipOnly', { count: 2 }) })
    .click({ timeout: 5000 })
    .catch(() => {});
  await planner.waitForTimeout(600);
  await shot('06-locks');
  await planner.keyboard.press('Escape');
  await planner.setViewportSize({ width: 1920, height: 1080 });
  const history = await app.openTable('history');
  await history.getByRole('row').nth(2).click();
  await planner.waitForTimeout(800);
  await shot('07-history');
  await app.switchTheme('dark');
  await planner.keyboard.press('b');
  await planner.getByText(app.text('redraw.brush.cell'), { exact: true }).click();
  const m2 = (await app.map.boundingBox())!;
  await planner.mouse.move(m2.x + m2.width / 2, m2.y + m2.height / 2);
  await planner.mouse.down();
  await planner.mouse.move(m2.x + m2.width / 2 + 90, m2.y + m2.height / 2 + 30, { steps: 8 });
  await planner.waitForTimeout(2000);
  await shot('08-brush-dark');
  await planner.mouse.up();
  await planner.waitForTimeout(1500);
  await shot('09-brushed-dark');
});
