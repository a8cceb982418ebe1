import { writeFile, mkdir } from 'node:fs/promises';
import { expect, test } from './driver/test.ts';
test('shots', async ({ app }, info) => {
  test.setTimeout(120_000);
  const planner = await app.start({ sample: true });
  const d = '/tmp/w/shots-import';
  await mkdir(d, { recursive: true });
  await planner.setViewportSize({ width: 1366, height: 768 });
  const path = info.outputPath('高德点位.csv');
  await writeFile(
    path,
    '\ufeff名称,经度,纬度,类别\n海淀公园,116.3022,39.9893,公园\n清华园,116.3263,40.0032,学校\n清华园,116.3263,40.0032,学校\n无坐标,,,学校\n',
  );
  await app.choosing(
    [
      'test/fixtures/formats/plan-gbk.dxf',
      path,
      'test/fixtures/formats/markets-gcj02.gpkg',
      'test/fixtures/import/people-gbk.csv',
    ],
    () => app.command('import'),
  );
  await planner.waitForTimeout(2500);
  await planner.screenshot({ path: `${d}/1.png` });
  const dialog = planner.getByRole('dialog');
  await planner.mouse.move(683, 400);
  await planner.mouse.wheel(0, 600);
  await planner.waitForTimeout(400);
  await planner.screenshot({ path: `${d}/2.png` });
  await app.switchTheme('dark').catch(() => {});
  await dialog
    .getByRole('combobox', { name: app.text('import.source.system') })
    .first()
    .click();
  await planner.keyboard.type('控制点');
  await planner.keyboard.press('Enter');
  await planner.waitForTimeout(500);
  await planner.screenshot({ path: `${d}/3.png` });
  void expect;
});
