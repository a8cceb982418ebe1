import { writeFile } from 'node:fs/promises';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';

const dayIn = (days: number) =>
  new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** The day of the inspection as the settings show it. */
async function inspectionDay(app: AppDriver): Promise<string> {
  await app.command('project.settings');
  const dialog = app.dialog('settings.title');
  const day = await dialog
    .getByRole('textbox', { name: app.text('settings.inspection') })
    .inputValue();
  await dialog.getByRole('button', { name: app.text('common.cancel'), exact: true }).click();
  await expect(dialog).toBeHidden();
  return day;
}

test('an edit can be undone and done again, also after the window was loaded anew', async ({
  app,
}) => {
  const planner = await app.start({ sample: true });
  const before = await inspectionDay(app);
  const history = await app.openTable('history');
  const steps = history.getByRole('row');
  await expect(history).toHaveAttribute('aria-rowcount', '1');
  await expect(planner.getByText(app.text('table.noHistory'))).toBeVisible();
  const wholeLog = planner.getByText(app.text('history.log'), { exact: true });
  await wholeLog.click();

  await app.setInspection(40);
  await expect(steps.nth(1)).toContainText(app.text('edit.inspectionDate'));
  await planner.keyboard.press('Control+z');
  await expect(steps).toHaveCount(3);
  expect(await inspectionDay(app)).toBe(before);
  await planner.keyboard.press('Control+Shift+z');
  await expect(steps).toHaveCount(4);
  expect(await inspectionDay(app)).toBe(dayIn(40));
  await expect(planner.getByRole('status').last()).toContainText(
    app.text('status.saved').slice(0, 3),
  );

  await planner.reload();
  await app.openTable('history');
  await wholeLog.click();
  await expect(steps).toHaveCount(4);
  expect(await inspectionDay(app)).toBe(dayIn(40));
  await planner.keyboard.press('Control+z');
  await expect(steps).toHaveCount(5);
  expect(await inspectionDay(app)).toBe(before);
  await planner.keyboard.press('Control+z');
  await expect(planner.getByText(app.text('history.nothingTo_undo'))).toBeVisible();
  await expect(steps).toHaveCount(5);
});

test('the office keeps its own lists, and its edits carry a name', async ({ app }) => {
  const planner = await app.start({ sample: true });
  await app.command('project.settings');
  const dialog = app.dialog('settings.title');
  const save = dialog.getByRole('button', { name: app.text('common.save'), exact: true });
  await dialog.getByRole('textbox', { name: app.text('settings.author') }).fill('李规划');
  await dialog.getByRole('textbox', { name: app.text('settings.name') }).fill('海淀区二期');

  await dialog.getByRole('tab', { name: app.text('settings.classes') }).click();
  const list = dialog.getByRole('tabpanel');
  await list.getByRole('button', { name: app.text('settings.add') }).click();
  await expect(save, 'an entry needs a name').toBeDisabled();
  await expect(dialog.getByRole('alert')).toHaveText(
    app.text('settings.problem.noName', { list: app.text('settings.classes') }),
  );
  await list
    .getByRole('textbox', { name: app.text('settings.entryName') })
    .last()
    .fill('飞线充电');
  await save.click();
  await expect(dialog).toBeHidden();

  await expect(planner.getByRole('banner')).toContainText('海淀区二期');
  const history = await app.openTable('history');
  await expect(history.getByRole('row').nth(1)).toContainText('李规划');
  const filter = await app.openPanel('filter');
  await filter.getByRole('combobox', { name: app.text('filter.classes') }).click();
  await planner.keyboard.type('飞线');
  await expect(planner.getByTitle('飞线充电').first()).toBeVisible();
});

test('a project comes back whole from its file, and a damaged file changes nothing', async ({
  app,
}, testInfo) => {
  const planner = await app.start({ sample: true });
  const counted = ['findings', 'zones', 'points', 'roster', 'issues'] as const;
  const counts = async () =>
    Object.fromEntries(
      await Promise.all(counted.map(async (name) => [name, await app.count(name)] as const)),
    );
  await app.setInspection(40);
  await expect.poll(() => app.count('findings')).toBeGreaterThan(0);
  const whole = await counts();
  const { bytes } = await app.saveFile();
  const file = testInfo.outputPath('海淀区.hengzong');
  await writeFile(file, bytes);

  await test.step('another project takes its place, and it is deleted', async () => {
    await app.createProject('别的项目');
    await expect.poll(() => app.count('zones')).toBe(0);
    await app.command('project.list');
    const dialog = app.dialog('projects.title');
    const remove = dialog.getByRole('button', {
      name: app.text('projects.deleteTitle', { name: '海淀区（示例）' }),
    });
    await remove.click();
    const sure = planner.getByRole('dialog').filter({ hasText: app.text('projects.deleteHint') });
    await sure.getByRole('button', { name: app.text('projects.delete'), exact: true }).click();
    await expect(sure).toBeHidden();
    await expect(remove).toHaveCount(0);
    await planner.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a damaged file is refused in one sentence', async () => {
    const damaged = Buffer.from(bytes);
    damaged.fill(0, Math.floor(damaged.length / 2), Math.floor(damaged.length / 2) + 2000);
    const broken = testInfo.outputPath('坏.hengzong');
    await writeFile(broken, damaged);
    const foreign = testInfo.outputPath('说明.hengzong');
    await writeFile(foreign, '这不是项目文件。');
    for (const [path, sentence] of [
      [broken, /^项目文件.+。$/],
      [foreign, app.text('storage.file.notOurs')],
    ] as const) {
      await app.openFile(path);
      await expect(planner.getByText(sentence)).toBeVisible();
      await expect(planner.getByRole('banner')).toContainText('别的项目');
    }
  });

  await test.step('the file brings everything back, its history too', async () => {
    await app.openFile(file);
    await expect(planner.getByRole('banner')).toContainText('海淀区（示例）');
    await expect.poll(counts).toEqual(whole);
    expect(await inspectionDay(app)).toBe(dayIn(40));
    const history = await app.openTable('history');
    await expect(history.getByRole('row').nth(1)).toContainText(app.text('edit.inspectionDate'));
  });
});
