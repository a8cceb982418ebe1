import { type ChainEvents, ChainSession } from '#shared/jobs/chain-session/chain-client.ts';
import { startWorker } from './start-worker.ts';

/** A chain session in a worker of its own, which lives until it is closed. */
export function openChainSession(events: ChainEvents): ChainSession {
  return new ChainSession(
    (onMessage, onCrash) =>
      startWorker(
        // In one expression, by which the bundler knows a worker.
        new Worker(new URL('./chain-session-worker.ts', import.meta.url), { type: 'module' }),
        onMessage,
        onCrash,
      ),
    events,
  );
}
