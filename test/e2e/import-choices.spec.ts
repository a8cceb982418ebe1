import { writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { encodeText } from '#shared/formats/text/encode-text.ts';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';

const heading = '名称,编码,经度,纬度,类别,地址';
const rows = [
  '清河公厕,X-1,116.3022,39.9893,公厕,清河路',
  '东升书店,X-2,116.3263,40.0032,书店,东升路',
  '东升书店,X-2,116.3264,40.0033,书店,东升路 2 号',
  '无坐标,X-3,,,书店,',
];

function dialogOf(app: AppDriver) {
  const dialog = app.planner.getByRole('dialog', { name: app.text('import.title') });
  const button = (name: string | RegExp) => dialog.getByRole('button', { name });
  return {
    dialog,
    next: button(app.text('import.next')),
    run: button(new RegExp(`^${app.text('import.run', { count: '\\d+' })}$`)),
    done: button(app.text('import.close')),
    select: async (label: string, typed: string) => {
      await dialog.getByRole('combobox', { name: label }).click();
      await app.planner.keyboard.type(typed);
      await app.planner.keyboard.press('Enter');
    },
  };
}

test('a list in GBK and GCJ-02 is shown for what it is, chosen, corrected and brought up to date', async ({
  app,
}, info) => {
  const planner = await app.start({ sample: true });
  const before = await app.count('points');
  const list = info.outputPath('高德导出.csv');
  const write = (lines: readonly string[]) =>
    writeFile(list, encodeText([heading, ...lines, ''].join('\n'), 'gb18030').bytes);
  await write(rows);
  const { dialog, next, run, done, select } = dialogOf(app);
  const system = dialog.getByRole('combobox', { name: app.text('import.source.system') });
  const systemShown = (key: 'GCJ02' | 'wgs84') =>
    expect(dialog.getByText(app.text(`crs.${key}`), { exact: true }).first()).toBeVisible();

  await test.step('format, encoding and system are shown with their evidence', async () => {
    await app.choosing([list], () => app.command('import'));
    await expect(dialog.getByText(app.text('format.name.csv'))).toBeVisible();
    await expect(dialog.getByText(/清河公厕 \/ 公厕/)).toBeVisible();
    await systemShown('GCJ02');
    await expect(
      dialog.getByText(new RegExp(app.text('crs.evidence.hinted'))).first(),
    ).toBeVisible();
    const { violations } = await new AxeBuilder({ page: planner })
      .include('[role="dialog"]')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  await test.step('an encoding that cannot be is seen at once, and leaving changes nothing', async () => {
    await select(app.text('import.source.encoding'), 'UTF-8');
    await expect(
      dialog.getByText(app.text('format.otherEncoding', { encoding: 'utf-8' })),
    ).toBeVisible();
    await expect(next).toBeDisabled();
    await planner.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await app.count('points')).toBe(before);
  });

  await test.step('duplicates are shown, and what cannot be used comes back', async () => {
    await app.choosing([list], () => app.command('import'));
    await expect(system).toBeVisible();
    await select(app.text('import.source.system'), 'WGS84');
    await systemShown('wgs84');
    await expect(dialog.getByText(app.text('import.source.likely'))).toBeHidden();
    await select(app.text('import.source.system'), 'GCJ-02');
    await systemShown('GCJ02');
    await next.click();
    await expect(dialog.getByText(app.text('import.count.point', { count: 2 }))).toBeVisible();
    const duplicates = dialog.getByRole('grid', {
      name: app.text('import.duplicate.title', { count: 1 }),
    });
    await expect(duplicates).toContainText(app.text('import.duplicate.row', { row: 3 }));
    await dialog.getByRole('radio', { name: app.text('import.duplicate.mergeRepeated') }).click();
    await expect(
      dialog.getByText(app.text('import.check.rejected', { count: 1 })).first(),
    ).toBeVisible();
    await run.click();
    await done.click();
    await expect.poll(() => app.count('points')).toBe(before + 2);
  });

  await test.step('the corrected file updates instead of doubling', async () => {
    await write([
      '清河公厕,X-1,116.3022,39.9893,公厕,清河路 8 号',
      '无坐标,X-3,116.31,39.98,书店,',
    ]);
    await app.dropFile(list);
    await expect(dialog.getByText(app.text('import.columns.remembered'))).toBeVisible();
    await next.click();
    await expect(dialog.getByText(app.text('import.check.noneRejected'))).toBeVisible();
    await expect(dialog.getByText(app.text('import.duplicate.known', { count: 1 }))).toBeVisible();
    await run.click();
    await done.click();
    await expect.poll(() => app.count('points')).toBe(before + 3);
  });

  await test.step('a table pasted anywhere in the window is one more file', async () => {
    await planner.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '名称\t编码\t经度\t纬度\n粘贴点\tX-9\t116.31\t39.98\n');
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await expect(dialog.getByText(app.text('import.paste.name')).first()).toBeVisible();
    await planner.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await planner.keyboard.press('Control+z');
    await planner.keyboard.press('Control+z');
    await expect.poll(() => app.count('points')).toBe(before);
  });
});

test('what leaves as a GeoPackage in GCJ-02 comes back as it was; losses are said before', async ({
  app,
}, info) => {
  const planner = await app.start({ sample: true });
  await app.command('export');
  const dialog = planner.getByRole('dialog', { name: app.text('export.title') });
  const choose = async (label: string, option: string) => {
    await dialog.getByRole('combobox', { name: label }).click();
    await planner.getByTitle(option, { exact: true }).click();
  };
  await choose(app.text('export.format'), app.text('export.formats.kml'));
  await expect(dialog.getByText(app.text('export.losses'))).toBeVisible();
  await choose(app.text('export.format'), app.text('export.formats.geopackage'));
  await choose(app.text('export.system'), app.text('crs.GCJ02'));
  await expect(dialog.getByText(app.text('export.lossless'))).toBeVisible();
  const { violations } = await new AxeBuilder({ page: planner })
    .include('[role="dialog"]')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const saved = await app.saving(() =>
    dialog.getByRole('button', { name: app.text('export.run') }).click(),
  );
  expect(saved.name).toMatch(/\.gpkg$/);
  await expect(dialog).toBeHidden();
  const path = info.outputPath('back.gpkg');
  await writeFile(path, saved.bytes);
  await app.choosing([path], () => app.command('import'));
  const back = dialogOf(app);
  await expect(back.next).toBeEnabled();
  await back.next.click();
  await expect(back.dialog.getByText(app.text('import.check.noneRejected'))).toBeVisible();
  await expect(back.dialog.getByText(app.text('import.check.nothing'))).toBeVisible();
});
