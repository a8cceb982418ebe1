import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { nativeVersionFactor, schemaVersion } from '#renderer/storage/project-database.ts';
import { startKillable } from './killable-browser.ts';
import { bringBack, oldDatabase } from './old-database.ts';
import { expect, open, snapshot, test } from './storage-test.ts';

const oldVersion = 4;
const chunkCount = 40;
const issuesPerChunk = 20_000;

/** Puts many large chunks of issues into a database of the old version, each with the row of the log that brought it. */
const addChunks = (page: Page, id: string) =>
  page.evaluate(
    ({ database, version, chunks, size }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database, version);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const stores = opening.result.transaction(['issueChunk', 'audit'], 'readwrite');
          const [table, log] = [stores.objectStore('issueChunk'), stores.objectStore('audit')];
          const rows = log.getAll();
          rows.onsuccess = () => {
            const known = rows.result as { sequence: number }[];
            const numbers = (value: number) => new Int32Array(size).fill(value);
            for (let i = 0; i < chunks; i += 1) {
              const chunk = {
                kind: 'issueChunk',
                id: crypto.randomUUID(),
                count: size,
                ids: Array.from({ length: size }, () => crypto.randomUUID()),
                longitude: numbers(1_163_110_000),
                latitude: numbers(399_600_000),
                issueClass: new Uint16Array(size),
                classes: ['litter'],
                status: new Uint8Array(size),
                foundAt: new Float64Array(size).fill(1_777_593_600_000),
                dueAt: new Float64Array(size).fill(Number.NaN),
                closedAt: new Float64Array(size).fill(Number.NaN),
                lostPoints: new Float32Array(size),
                texts: Array.from({ length: size }, (_, at) => `问题${i}-${at}`),
              };
              table.put(chunk);
              log.put({
                ...known[0],
                id: crypto.randomUUID(),
                sequence: known.length + 1 + i,
                patch: { added: { [chunk.id]: chunk }, updated: {}, removed: {} },
              });
            }
          };
          stores.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          stores.onabort = () => reject(stores.error);
        };
      }),
    {
      database: `hengzong-project-${id}`,
      version: oldVersion * nativeVersionFactor,
      chunks: chunkCount,
      size: issuesPerChunk,
    },
  );

const versionOf = (page: Page, id: string) =>
  page.evaluate((one) => window.harness.storedVersion(one), `hengzong-project-${id}`);

test('a large old database is brought to the schema of today beside the window, and is whole whenever that is killed', async ({
  harnessUrl,
}) => {
  test.setTimeout(180_000);
  const profile = await mkdtemp(join(tmpdir(), 'hengzong-upgrade-'));
  let browser = await startKillable(profile, harnessUrl);
  try {
    const id = await bringBack(browser.page, oldDatabase(oldVersion));
    await addChunks(browser.page, id);
    // What is stored reaches the disk before the first kill.
    await browser.close();
    browser = await startKillable(profile, harnessUrl);
    for (const fraction of [0.02, 0.4]) {
      const { page } = browser;
      void page.evaluate((one) => window.harness.openProject(one), id).catch(() => undefined);
      await page.waitForFunction(
        (far) => window.harness.upgrades.some((told) => told !== null && told >= far),
        fraction,
        { polling: 10 },
      );
      await browser.kill();
      browser = await startKillable(profile, harnessUrl);
      // As it was: nothing of it is there by half.
      expect(await versionOf(browser.page, id), `killed at ${fraction}`).toBe(
        oldVersion * nativeVersionFactor,
      );
    }
    const { page } = browser;
    await open(page, id);
    expect(await versionOf(page, id)).toBe(schemaVersion * nativeVersionFactor);
    expect(await snapshot(page)).toMatchObject({ status: 'ready', name: `第${oldVersion}版` });
    const told = await page.evaluate(() => window.harness.upgrades);
    // The window heard of it while it went on.
    expect(told.at(-1)).toBeNull();
    expect(told.filter((one) => one !== null && one > 0 && one < 1).length).toBeGreaterThan(1);
    const texts = await page.evaluate(() => window.harness.issueTexts().map((one) => one.length));
    expect(texts.filter((count) => count === issuesPerChunk)).toHaveLength(chunkCount);
    expect(await page.evaluate(() => window.harness.problems())).toEqual([]);
  } finally {
    await browser.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});
