import type { Page } from '@playwright/test';
import { addPeople, expect, newProject, open, reload, snapshot, test } from './storage-test.ts';

const sealing = (page: Page, id: string) =>
  page.evaluate((project) => window.harness.sealingOf(project), id);

test('that a project has a passphrase stands in its own database, whatever takes its place', async ({
  openPage,
}) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一');
  expect(await sealing(page, id)).toBeNull();
  await page.evaluate((project) => window.harness.sealFromNow(project, '横到边'), id);
  expect(await sealing(page, id)).toBe('with-old-backups');
  await page.evaluate(() => localStorage.clear());
  await addPeople(page, '李二');
  await page.evaluate(() => window.harness.openLongerFile('张三'));
  expect(await snapshot(page)).toMatchObject({ id, people: ['张三', '李二', '王一'] });
  await reload(page);
  await open(page, id);
  expect(await sealing(page, id)).toBe('with-old-backups');
  expect(await page.evaluate(() => window.harness.problems())).toEqual([]);
  await page.evaluate((project) => window.harness.unsealFromNow(project), id);
  await reload(page);
  expect(await sealing(page, id)).toBeNull();
});

test('a mark that an older build has left is taken over, once', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  const file = { ref: '00000000-0000-4000-8000-000000000001', name: '甲.hengzong', sealed: true };
  for (const [key, mark, expected] of [
    ['sealed', 'sealed', 'sealed'],
    ['sealed', 'with-old-backups', 'with-old-backups'],
    ['file', JSON.stringify(file), 'with-old-backups'],
  ] as const) {
    await page.evaluate(([name, value]) => localStorage.setItem(name, value), [
      `hengzong.project-${key}.${id}`,
      mark,
    ] as const);
    expect(await sealing(page, id)).toBe(expected);
    await reload(page);
    expect(await sealing(page, id)).toBe(expected);
    await page.evaluate((project) => window.harness.unsealFromNow(project), id);
    expect(await sealing(page, id)).toBeNull();
  }
});

test('of a database that is gone it is known what was last read', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  expect(await sealing(page, id)).toBeNull();
  await page.evaluate((project) => indexedDB.deleteDatabase(`hengzong-project-${project}`), id);
  await expect.poll(async () => (await snapshot(page)).status).toBe('broken');
  expect(await sealing(page, id)).toBeNull();
  await reload(page);
  // Rather a passphrase too much than an open file.
  expect(await sealing(page, id)).toBe('sealed');
});
