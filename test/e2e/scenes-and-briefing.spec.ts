import { expect, test } from './driver/test.ts';

test.use({ motion: 'no-preference' });

test('scenes are captured, worded, ordered and removed; each step can be taken back', async ({
  app,
}) => {
  const planner = await app.start({ sample: true });
  const panel = await app.openPanel('scenes');
  const scenes = panel.getByRole('listitem');
  const shipped = await scenes.count();
  expect(shipped).toBeGreaterThan(2);
  const dialog = app.dialog('scenes.dialog');
  const title = dialog.getByRole('textbox', { name: app.text('scenes.name') });
  const save = dialog.getByRole('button', { name: app.text('common.save'), exact: true });

  await panel.getByRole('button', { name: app.text('scenes.capture') }).click();
  await expect(title).toHaveValue(app.text('scenes.newTitle', { number: shipped + 1 }));
  await title.fill('夜查路线');
  await dialog.getByRole('textbox', { name: app.text('scenes.sentence') }).fill('今晚八点出发。');
  await dialog
    .getByRole('textbox', { name: app.text('scenes.numberValue', { place: 1 }), exact: true })
    .fill('12 处');
  await dialog
    .getByRole('textbox', { name: app.text('scenes.numberLabel', { place: 1 }), exact: true })
    .fill('必查点位');
  await save.click();
  await expect(scenes).toHaveCount(shipped + 1);
  await expect(scenes.last()).toContainText('夜查路线');

  await panel.getByRole('button', { name: app.text('scenes.edit', { title: '夜查路线' }) }).click();
  await title.fill('');
  await expect(save, 'a scene needs a title').toBeDisabled();
  await title.fill('夜间巡查');
  await save.click();
  await expect(scenes.last()).toContainText('夜间巡查');

  await panel.getByRole('button', { name: app.text('scenes.up', { title: '夜间巡查' }) }).click();
  await expect(scenes.nth(shipped - 1)).toContainText('夜间巡查');
  await panel
    .getByRole('button', { name: app.text('scenes.remove', { title: '夜间巡查' }) })
    .click();
  await expect(scenes).toHaveCount(shipped);

  await planner.keyboard.press('Control+z');
  await expect(scenes.nth(shipped - 1)).toContainText('夜间巡查');
  await planner.keyboard.press('Control+z');
  await expect(scenes.last()).toContainText('夜间巡查');
  await planner.keyboard.press('Control+z');
  await expect(scenes.last()).toContainText('夜查路线');
  await planner.keyboard.press('Control+z');
  await expect(scenes).toHaveCount(shipped);
  await planner.keyboard.press('Control+Shift+z');
  await expect(scenes.last()).toContainText('夜查路线');
});

test('the briefing plays by arrow keys, keeps a picture, and Esc closes it', async ({ app }) => {
  await app.start({ sample: true });
  const panel = await app.openPanel('scenes');
  const names = await panel.getByRole('listitem').allInnerTexts();
  const titles = names.map((name) => name.replace(/^\d+\s*/, '').trim());
  const briefing = await app.windowOpenedBy('briefing', () =>
    panel.getByRole('button', { name: app.text('scenes.play') }).click(),
  );
  const heading = (index: number) =>
    briefing.getByRole('heading', { name: titles.at(index) as string, exact: true });

  await expect(heading(0)).toBeVisible();
  await expect(briefing.getByText(app.text('briefing.invented')).last()).toBeVisible();
  await briefing.keyboard.press('ArrowRight');
  await expect(heading(1)).toBeVisible();
  await briefing.keyboard.press('ArrowRight');
  await expect(heading(2)).toBeVisible();
  await briefing.keyboard.press('ArrowLeft');
  await expect(heading(1)).toBeVisible();
  await briefing.keyboard.press('End');
  await briefing.keyboard.press('ArrowRight');
  await expect(heading(-1), 'the last stays').toBeVisible();
  await briefing.keyboard.press('Home');
  await expect(heading(0)).toBeVisible();

  const saved = await app.saving(
    () => briefing.getByRole('button', { name: app.text('briefing.savePng') }).click(),
    briefing,
  );
  expect(saved.bytes.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  expect(saved.bytes.length).toBeGreaterThan(10_000);

  await app.closing(briefing, () => briefing.keyboard.press('Escape'));
});
