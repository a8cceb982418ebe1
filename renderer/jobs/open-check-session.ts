import { CheckSession, type SessionEvents } from '#shared/jobs/check-session/session-client.ts';
import { startWorker } from './start-worker.ts';

/** A check session in a worker of its own, which lives until it is closed. */
export function openCheckSession(events: SessionEvents): CheckSession {
  return new CheckSession(
    (onMessage, onCrash) =>
      startWorker(
        // In one expression, by which the bundler knows a worker.
        new Worker(new URL('./check-session-worker.ts', import.meta.url), { type: 'module' }),
        onMessage,
        onCrash,
      ),
    events,
  );
}
