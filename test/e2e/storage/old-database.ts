import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export interface StoredDatabase {
  version: number;
  stores: Record<string, Record<string, unknown>[]>;
}

/** What a build of an older version of the schema stored. */
export const oldDatabase = (version: number) =>
  JSON.parse(
    readFileSync(
      new URL(`../../fixtures/versions/database-${version}.json`, import.meta.url),
      'utf8',
    ),
  ) as StoredDatabase;

/** Stores a database as the build of its version wrote it, typed arrays and all. Answers the project's id. */
export const bringBack = (page: Page, database: StoredDatabase) =>
  page.evaluate(
    ({ version, stores }) =>
      new Promise<string>((resolve, reject) => {
        const revive = (value: unknown): unknown => {
          if (Array.isArray(value)) return value.map(revive);
          if (typeof value !== 'object' || value === null) return value;
          const { typedArray, values } = value as { typedArray?: string; values?: number[] };
          if (typedArray && values) {
            const kind = (globalThis as unknown as Record<string, Float64ArrayConstructor>)[
              typedArray
            ];
            return kind?.from(values.map((one) => one ?? Number.NaN));
          }
          return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revive(one)]));
        };
        const id = stores['project']?.[0]?.['id'] as string;
        // Dexie multiplies its version numbers by ten.
        const opening = indexedDB.open(`hengzong-project-${id}`, version * 10);
        opening.onupgradeneeded = () => {
          for (const [store, rows] of Object.entries(stores)) {
            const keyPath =
              { audit: 'sequence', issuePart: 'part', rowSlice: 'key' }[store] ?? 'id';
            const made = opening.result.createObjectStore(store, { keyPath });
            for (const row of rows) made.put(revive(row));
          }
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve(id);
        };
      }),
    database,
  );
