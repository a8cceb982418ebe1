import type { Page } from '@playwright/test';
import { addPeople, expect, newProject, open, reload, snapshot, test } from './storage-test.ts';

/** Works on a table of the project behind the app's back: deletes a row, or puts one. */
const behindTheBack = (
  page: Page,
  id: string,
  change: { table: 'person' | 'audit'; remove?: string | number; put?: object },
) =>
  page.evaluate(
    ([name, { table, remove, put }]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction(table, 'readwrite');
          if (remove !== undefined) transaction.objectStore(table).delete(remove);
          if (put) transaction.objectStore(table).put(put);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    [`hengzong-project-${id}`, change] as const,
  );

const problems = (page: Page) => page.evaluate(() => window.harness.problems());
const tally = (page: Page) => page.evaluate(() => window.harness.tally());
const headOfLog = 0;

test('counts and hashes follow every edit, of whatever window', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  const reader = await openPage();
  await open(reader, id);
  await page.evaluate(async () => {
    const { addPerson, addIssues, rename, undo, redo, whenSaved } = window.harness;
    addPerson('王一');
    addIssues(3000);
    rename('改名');
    undo();
    undo();
    redo();
    addPerson('李二');
    undo();
    await whenSaved();
  });
  const { kept, found } = await tally(page);
  expect(kept).toEqual(found);
  expect(kept).toMatchObject({ sequence: 8, kinds: { person: { count: 1 } } });
  expect(await problems(reader)).toEqual([]);
  await page.close();
  await expect.poll(async () => (await snapshot(reader)).role).toBe('writer');
  await addPeople(reader, '张三');
  const after = await tally(reader);
  expect(after.kept).toEqual(after.found);
  expect(after.kept?.kinds.person?.count).toBe(2);
});

test('a project that was never counted is counted at the first look', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一');
  await reload(page);
  await behindTheBack(page, id, { table: 'audit', remove: headOfLog });
  await open(page, id);
  await addPeople(page, '李二');
  expect((await tally(page)).kept).toBeNull();
  expect(await problems(page)).toEqual([]);
  const { kept, found } = await tally(page);
  expect(kept).toEqual(found);
});

test('what no log tells of is missed by its count, changed by its hash', async ({ openPage }) => {
  const page = await openPage();
  await newProject(page);
  const [gone = '', changed = ''] = await page.evaluate(() => window.harness.openPeople(5));
  const { id } = await snapshot(page);
  if (!id) throw new Error('no project is open');
  await addPeople(page, '王一');
  expect(await problems(page)).toEqual([]);
  await reload(page);
  await behindTheBack(page, id, {
    table: 'person',
    put: { kind: 'person', id: changed, name: '改', phone: '' },
  });
  await open(page, id);
  const contents = { what: 'contents', kind: 'person', kept: 6, found: 6 };
  expect(await problems(page)).toEqual([contents]);
  await behindTheBack(page, id, { table: 'person', remove: gone });
  const counts = { what: 'counts', kind: 'person', kept: 6, found: 5 };
  expect(await problems(page)).toEqual([counts]);
  await page.evaluate(() => window.harness.trust());
  expect(await problems(page)).toEqual([]);
});

test('columns of issues that were changed are known by their hash', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await page.evaluate(async () => {
    window.harness.addIssues(50);
    await window.harness.whenSaved();
  });
  expect(await problems(page)).toEqual([]);
  await reload(page);
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction('issuePart', 'readwrite');
          const store = transaction.objectStore('issuePart');
          store.getAll().onsuccess = ({ target }) => {
            const [kept] = (target as IDBRequest<{ chunk: { longitude: Int32Array } }[]>).result;
            if (!kept) throw new Error('there are no issues');
            kept.chunk.longitude[7] = (kept.chunk.longitude[7] ?? 0) + 1;
            store.put(kept);
          };
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    `hengzong-project-${id}`,
  );
  await open(page, id);
  const contents = { what: 'contents', kind: 'issueChunk', kept: 1, found: 1 };
  expect(await problems(page)).toEqual([contents]);
});

test('what the log tells of is named alone, and mending leaves nothing to tell', async ({
  openPage,
}) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一', '李二');
  const person = await page.evaluate(() => window.harness.personId('王一'));
  await reload(page);
  await behindTheBack(page, id, { table: 'person', remove: person });
  await open(page, id);
  expect(await problems(page)).toMatchObject([{ what: 'lost', id: person }]);
  await page.evaluate(() => window.harness.mend());
  expect(await problems(page)).toEqual([]);
  const { kept, found } = await tally(page);
  expect(kept).toEqual(found);
  await page.evaluate(async () => {
    window.harness.undo();
    await window.harness.whenSaved();
  });
  expect(await problems(page)).toEqual([]);
});

test('a log that has lost its end is known by it', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一', '李二', '张三');
  await reload(page);
  await behindTheBack(page, id, { table: 'audit', remove: 3 });
  await open(page, id);
  expect(await problems(page)).toEqual([{ what: 'cut', kind: 'project', kept: 3, found: 2 }]);
});
