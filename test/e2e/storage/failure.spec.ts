import type { Page } from '@playwright/test';
import { addPeople, expect, newProject, open, reload, snapshot, test } from './storage-test.ts';

/** Deletes or changes a database behind the app's back, as a browser's clean-up would. */
const behindTheBack = {
  delete: (page: Page, id: string) =>
    page.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase(name);
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
      `hengzong-project-${id}`,
    ),
  putPerson: (page: Page, id: string, person: object) =>
    page.evaluate(
      ([name, record]) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const database = request.result;
            const transaction = database.transaction('person', 'readwrite');
            transaction.objectStore('person').put(record);
            transaction.oncomplete = () => {
              database.close();
              resolve();
            };
          };
        }),
      [`hengzong-project-${id}`, person] as const,
    ),
  upgrade: (page: Page, id: string) =>
    page.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(name, 1000);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
      `hengzong-project-${id}`,
    ),
};

test('a full disk loses nothing: the work can be saved to a file, and stored when there is room', async ({
  openPage,
}) => {
  const page = await openPage();
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  const id = await newProject(page);
  await addPeople(page, '王一');

  await page.evaluate(async () => {
    window.harness.addIssues(40_000);
    window.harness.addPerson('李二');
    await window.harness.whenSaved().catch(() => undefined);
  });
  expect(await snapshot(page)).toMatchObject({
    status: 'broken',
    reason: 'no-space',
    people: ['李二', '王一'],
    actions: ['edit', 'edit', 'edit'],
  });
  expect(await page.evaluate(() => window.harness.addPerson('不行'))).toEqual({
    refused: 'edit.refused.notReady',
  });
  expect((await page.evaluate(() => window.harness.peopleInFile())).sort()).toEqual([
    '李二',
    '王一',
  ]);
  await page.evaluate(() => window.harness.retryStorage());
  expect((await snapshot(page)).status).toBe('broken');

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await expect
    .poll(async () => {
      await page.evaluate(() => window.harness.retryStorage());
      return (await snapshot(page)).status;
    })
    .toBe('ready');
  expect(await snapshot(page)).toMatchObject({ reason: null, saving: false });
  await reload(page);
  await open(page, id);
  expect(await snapshot(page)).toMatchObject({
    people: ['李二', '王一'],
    actions: ['edit', 'edit', 'edit'],
  });
});

test('a database that vanishes is noticed, and made anew from memory', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一');
  const other = await openPage();
  await behindTheBack.delete(other, id);
  await expect.poll(async () => (await snapshot(page)).status).toBe('broken');
  expect(await snapshot(page)).toMatchObject({ reason: 'cannot-open', people: ['王一'] });
  expect(await page.evaluate(() => window.harness.peopleInFile())).toEqual(['王一']);

  await page.evaluate(() => window.harness.retryStorage());
  expect((await snapshot(page)).status).toBe('ready');
  await addPeople(page, '李二');
  await reload(page);
  await open(page, id);
  expect(await snapshot(page)).toMatchObject({ people: ['李二', '王一'], status: 'ready' });
});

test('a project that is not there is broken, not empty', async ({ openPage }) => {
  const page = await openPage();
  await open(page, '00000000-0000-4000-8000-000000000001');
  expect(await snapshot(page)).toMatchObject({ status: 'broken', reason: 'cannot-open' });
  expect(await page.evaluate(() => window.harness.listProjects())).toEqual([]);
});

test('a project written by a newer version is left alone', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await reload(page);
  await behindTheBack.upgrade(page, id);
  await open(page, id);
  expect(await snapshot(page)).toMatchObject({ status: 'broken', reason: 'newer-version' });
});

test('a record that does not fit is named, and nothing is opened without it', async ({
  openPage,
}) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一');
  await reload(page);
  const badId = '00000000-0000-4000-8000-00000000000b';
  await behindTheBack.putPerson(page, id, { kind: 'person', id: badId, name: '' });
  await open(page, id);
  const { status, reason, detail, people } = await snapshot(page);
  expect({ status, reason, people }).toEqual({ status: 'broken', reason: 'damaged', people: [] });
  expect(detail).toContain(`person ${badId}: name`);

  await behindTheBack.putPerson(page, id, { kind: 'person', id: badId, name: '补', leave: [] });
  await page.evaluate(() => window.harness.retryStorage());
  expect(await snapshot(page)).toMatchObject({ status: 'ready', people: ['王一', '补'] });
});
