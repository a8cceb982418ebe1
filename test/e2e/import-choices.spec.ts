import { writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { encodeText } from '#shared/formats/text/encode-text.ts';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';

const heading = '名称,编码,经度,纬度,类别,地址';
const rows = [
  '清河公厕,X-1,116.3022,39.9893,公厕,清河路',
  '东升书店,X-2,116.3263,40.0032,书店,东升路',
];

function dialogOf(app: AppDriver) {
  const dialog = app.planner.getByRole('dialog', { name: app.text('import.title') });
  return { dialog, next: dialog.getByRole('button', { name: app.text('import.next') }) };
}

test('a list in GBK and GCJ-02 is shown for what it is before anything is stored', async ({
  app,
}, info) => {
  const planner = await app.start({ sample: true });
  const before = await app.count('points');
  const list = info.outputPath('高德导出.csv');
  await writeFile(list, encodeText([heading, ...rows, ''].join('\n'), 'gb18030').bytes);
  const { dialog } = dialogOf(app);

  await test.step('format, encoding and system are shown with their evidence', async () => {
    await app.choosing([list], () => app.command('import'));
    await expect(dialog.getByText(app.text('format.name.csv'))).toBeVisible();
    await expect(dialog.getByText(/清河公厕 \/ 公厕/)).toBeVisible();
    await expect(dialog.getByText(app.text('crs.GCJ02'), { exact: true }).first()).toBeVisible();
    await expect(
      dialog.getByText(new RegExp(app.text('crs.evidence.hinted'))).first(),
    ).toBeVisible();
    const { violations } = await new AxeBuilder({ page: planner })
      .include('[role="dialog"]')
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  await test.step('leaving changes nothing', async () => {
    await planner.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await app.count('points')).toBe(before);
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
