import type { Page } from '@playwright/test';
import { expect, newProject, open, reload, snapshot, test } from './storage-test.ts';

/**
 * Puts the project's database back to version 1, as builds wrote it before borders and duty lists:
 * without their tables, the project without its rules of duty and reach.
 */
const backToFirst = (page: Page, id: string) =>
  page.evaluate(async (name) => {
    const later = ['border', 'dutyList', 'lock', 'scenario', 'planEdition'];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const newer = await done(indexedDB.open(name));
    const rows = new Map<string, unknown[]>();
    for (const store of newer.objectStoreNames) {
      rows.set(store, await done(newer.transaction(store).objectStore(store).getAll()));
    }
    newer.close();
    await done(indexedDB.deleteDatabase(name));
    const opening = indexedDB.open(name, 10);
    opening.onupgradeneeded = () => {
      for (const [store, values] of rows) {
        if (later.includes(store)) continue;
        const keyPath = store === 'audit' ? 'sequence' : 'id';
        const made = opening.result.createObjectStore(store, { keyPath });
        for (const value of values as Record<string, unknown>[]) {
          if (store === 'project') delete value['chain'];
          made.put(value);
        }
      }
    };
    const older = await done(opening);
    const stores = [...older.objectStoreNames];
    older.close();
    return stores;
  }, `hengzong-project-${id}`);

test('a database of version 1 is opened, and takes duty lists from then on', async ({
  openPage,
}) => {
  const page = await openPage();
  const id = await newProject(page);
  await page.evaluate(async () => {
    window.harness.addPerson('王一');
    await window.harness.whenSaved();
  });
  await reload(page);
  const stores = await backToFirst(page, id);
  expect(stores).toContain('post');
  expect(stores).not.toContain('dutyList');
  await open(page, id);
  expect(await snapshot(page)).toMatchObject({ status: 'ready', people: ['王一'] });
  await page.evaluate(async () => {
    window.harness.addDutyList('2026-05-02');
    await window.harness.whenSaved();
  });
  await reload(page);
  await open(page, id);
  const counts = await page.evaluate(() => window.harness.counts());
  expect(counts).toMatchObject({ dutyList: 1, border: 0, person: 1, lock: 0, scenario: 0 });
});
