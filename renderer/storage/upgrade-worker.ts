/// <reference lib="webworker" />
import { ProjectDatabase } from './project-database.ts';
import type { UpgradeMessage } from './upgrade-database.ts';

/** Progress is told at most this often, in milliseconds. */
const toldEveryMs = 100;

const post = (message: UpgradeMessage) => self.postMessage(message);

/** Brings the database of a project to the schema of today by opening it. */
async function upgrade(projectId: string): Promise<void> {
  let told = 0;
  const database = new ProjectDatabase(projectId, (fraction) => {
    if (performance.now() - told < toldEveryMs) return;
    told = performance.now();
    post({ type: 'progress', fraction });
  });
  try {
    await database.openStored();
    post({ type: 'done' });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    post({ type: 'failed', name, message });
  } finally {
    database.close();
  }
}

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'string') void upgrade(data);
});
