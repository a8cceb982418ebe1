import type { Page } from '@playwright/test';

/** Medians are made of so many transactions. */
const bareCount = 15;

/**
 * Milliseconds that a strict transaction takes in this page while nothing else is done: an audit row with two
 * zones of so many vertices, before and after, and both of them. Nothing is stored sooner.
 */
export async function bareTransaction(page: Page, vertices: number): Promise<number[]> {
  return page.evaluate(
    async ([count, length]) => {
      const name = 'hengzong-bench-bare';
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name, 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('audit', { keyPath: 'sequence' });
          opening.result.createObjectStore('zone', { keyPath: 'id' });
        };
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
      });
      const zone = (id: string) => {
        const ring = Array.from({ length }, (_, i) => [116 + i / 1e6, 40 + i / 1e6]);
        return { id, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } };
      };
      const times: number[] = [];
      for (let sequence = 0; sequence < count; sequence++) {
        const [one, other] = [zone('one'), zone('other')];
        const begin = performance.now();
        // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
        await new Promise<void>((resolve, reject) => {
          const transaction = database.transaction(['audit', 'zone'], 'readwrite', {
            durability: 'strict',
          });
          transaction
            .objectStore('audit')
            .add({ sequence, patch: [one, zone('one'), other, zone('other')] });
          for (const each of [one, other]) transaction.objectStore('zone').put(each);
          transaction.commit();
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error ?? new Error('not stored'));
        });
        times.push(performance.now() - begin);
        // oxlint-disable-next-line no-await-in-loop -- the same
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      database.close();
      indexedDB.deleteDatabase(name);
      return times;
    },
    [bareCount, vertices] as const,
  );
}
