import { createJobClient } from '#shared/jobs/job-client.ts';
import { startWorker } from './start-worker.ts';

/** Runs a part of a job of this worker in another, made when the first one comes. */
export const runBeside = createJobClient((onMessage, onCrash) =>
  startWorker(
    // In one expression, by which the bundler knows a worker.
    new Worker(new URL('./beside-worker.ts', import.meta.url), { type: 'module' }),
    onMessage,
    onCrash,
  ),
);
