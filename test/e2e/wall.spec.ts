import { plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

test.use({ motion: 'no-preference' });

test('the wall shows the campaign by itself and follows the planner', async ({ app }) => {
  await app.start({ sample: true });
  const wall = await app.openWall();

  await test.step('proofs, figures and countdown', async () => {
    await expect(wall.getByRole('heading', { level: 1 })).toContainText('海淀区');
    await expect(wall.getByText(app.text('wall.invented'))).toBeVisible();
    const ground = app.text('wall.groundFindings', { count: plantedCounts.horizontal });
    await expect(wall.getByText(ground)).toBeVisible();
    await expect(wall.getByText(/^99\.\d{3}%/)).toBeVisible();
    await expect(
      wall.getByText(`${plantedCounts.vertical}${app.text('wall.postFindings')}`),
    ).toBeVisible();
    for (const figure of ['open', 'overdue', 'closed'] as const) {
      const term = wall.getByRole('term').filter({ hasText: app.text(`wall.${figure}`) });
      await expect(term.locator('xpath=following-sibling::dd')).toHaveText(/^[1-9][\d,]*$/);
    }
    await expect(
      wall.getByRole('list', { name: app.text('wall.streets') }).getByRole('listitem'),
    ).toHaveCount(29);
    await expect(wall.getByText(/^距测评 \d+ 天 \d\d:\d\d$/)).toBeVisible();
  });

  await test.step('an edit in the planner appears on the wall, and so does its undoing', async () => {
    const before = await wall.getByText(/^距测评 \d+ 天/).innerText();
    const days = before.replace(/ \d\d:\d\d$/, '');
    await app.setInspection(100);
    await expect(wall.getByText(/^距测评 (99|100) 天/)).toBeVisible();
    await app.command('undo');
    await expect(wall.getByText(days)).toBeVisible();
  });

  await test.step('the tour goes on to the streets without anyone touching it', async () => {
    const stop = wall.getByRole('main').getByText(/^\d+\/29$/);
    await expect(stop).toBeVisible({ timeout: 30_000 });
  });

  await test.step('Esc closes it', async () => {
    await app.closing(wall, () => wall.keyboard.press('Escape'));
  });
});
