import { z } from 'zod';

/** What the worker tells that brings a database to the schema of today. */
export const upgradeMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), fraction: z.number() }),
  z.object({ type: z.literal('done') }),
  z.object({ type: z.literal('failed'), name: z.string(), message: z.string() }),
]);
export type UpgradeMessage = z.infer<typeof upgradeMessage>;

type Listener = (projectId: string, fraction: number | null) => void;
const listeners = new Set<Listener>();

/**
 * Hears how far databases are that are being brought to the schema of today: a fraction, null when it is
 * done or has failed. Answers what ends that.
 */
export function onUpgrade(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(projectId: string, fraction: number | null): void {
  for (const listener of listeners) listener(projectId, fraction);
}

/** Whether this is a window, which long work would hold up. */
export const isWindow = () => typeof document !== 'undefined';

/**
 * Brings the database of a project to the schema of today in a worker of its own: a million issues take
 * several seconds. It is one transaction: whatever ends it before it is through leaves the database as it
 * was. @throws Error as it came in the worker
 */
export async function upgradeInWorker(projectId: string): Promise<void> {
  const worker = new Worker(new URL('./upgrade-worker.ts', import.meta.url), { type: 'module' });
  tell(projectId, 0);
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onerror = (event) =>
        reject(new Error(event.message || 'the worker could not be started'));
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = upgradeMessage.parse(data);
        if (message.type === 'progress') tell(projectId, message.fraction);
        else if (message.type === 'done') resolve();
        else reject(Object.assign(new Error(message.message), { name: message.name }));
      };
      worker.postMessage(projectId);
    });
  } finally {
    worker.terminate();
    tell(projectId, null);
  }
}
