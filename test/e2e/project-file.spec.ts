import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './driver/test.ts';

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-project-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('a project saved to a file opens again from it', async ({ app }) => {
  const planner = await app.start({ sample: true });
  const saved = await app.saveFile();
  expect(saved.name).toMatch(/\.hengzong$/);
  // A zip, as promised: other programs can look inside.
  expect(saved.bytes.subarray(0, 2).toString()).toBe('PK');

  const path = join(folder, '备份.hengzong');
  await writeFile(path, saved.bytes);
  await app.openFile(path);
  await expect(app.map).toBeVisible();
  await expect(planner.getByText(app.text('planner.invented'))).toBeVisible();
});

test('a cancelled dialog changes nothing', async ({ app }) => {
  const planner = await app.start();
  const door = planner.getByRole('button', { name: app.text('start.open') });
  await app.choosing([], () => door.click());
  await expect(door).toBeEnabled();
  await expect(planner.getByRole('alert')).toHaveCount(0);
});

test('a dropped file comes up for import', async ({ app }) => {
  const planner = await app.start({ sample: true });
  const path = join(folder, '点位.csv');
  await writeFile(path, '名称,经度,纬度\n中关村广场,116.3105,39.9838\n');
  await app.dropFile(path);
  const dialog = planner.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('点位.csv');
});
