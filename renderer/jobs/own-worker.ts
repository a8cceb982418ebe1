import { createJobClient } from '#shared/jobs/job-client.ts';
import { startWorker } from './start-worker.ts';

/**
 * Jobs in a worker of their own, made when the first one comes. `end` ends it: the memory of a whole
 * project is given back at once.
 */
export function ownWorker(make: () => Worker) {
  let end = () => {};
  const run = createJobClient((onMessage, onCrash) => {
    const port = startWorker(make(), onMessage, onCrash);
    end = port.terminate;
    return port;
  });
  return { run, end: () => end() };
}
