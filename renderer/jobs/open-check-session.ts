import { CheckSession, type SessionEvents } from '#shared/jobs/check-session/session-client.ts';

/** A check session in a worker of its own, which lives until it is closed. */
export function openCheckSession(events: SessionEvents): CheckSession {
  return new CheckSession((onMessage, onCrash) => {
    // In one expression, by which the bundler knows a worker.
    const worker = new Worker(new URL('./check-session-worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.onmessage = (event: MessageEvent<unknown>) => onMessage(event.data);
    worker.onmessageerror = () => onCrash('a message of the worker could not be read');
    worker.onerror = (event) => onCrash(event.message || 'the worker could not be started');
    return {
      post: (message) => worker.postMessage(message),
      terminate: () => worker.terminate(),
    };
  }, events);
}
