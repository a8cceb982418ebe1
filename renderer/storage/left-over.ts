import { Dexie } from 'dexie';
import { freshLog } from './fresh-log.ts';
import { databaseName, ProjectDatabase } from './project-database.ts';

/** Held while a whole project is stored: until then its database is there and empty. */
const lockName = (projectId: string) => `hengzong-storing-${projectId}`;

/** Stores a whole project; meanwhile nobody takes its empty database for a left-over. */
export function whileStoring<T>(projectId: string, store: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockName(projectId), { mode: 'shared' }, store);
}

/** Whether an open database holds nothing at all. */
export async function isEmpty(database: ProjectDatabase): Promise<boolean> {
  for (const table of database.tables) if ((await table.count()) > 0) return false;
  return true;
}

/**
 * Whether the database exists and holds nothing at all: the app was killed after it was made and before
 * the project was stored in it. One that cannot be read holds something, as far as anybody knows.
 */
export async function holdsNothing(projectId: string): Promise<boolean> {
  const database = new ProjectDatabase(projectId);
  try {
    await database.openStored();
    return await isEmpty(database);
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** Clears a left-over away, unless some window is just storing a project in it. Never fails. */
export async function clearLeftOver(projectId: string): Promise<void> {
  try {
    await navigator.locks.request(lockName(projectId), { ifAvailable: true }, async (lock) => {
      if (!lock || !(await holdsNothing(projectId))) return;
      await freshLog();
      await Dexie.delete(databaseName(projectId));
    });
  } catch (error) {
    // It takes no room and is left out of every list; the next start tries again.
    console.warn(error);
  }
}
