import type { JobInput, JobName, JobOutput } from '#shared/jobs/handlers.ts';
import { createJobClient, type RunOptions } from '#shared/jobs/job-client.ts';

const run = createJobClient((onMessage, onCrash) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<unknown>) => onMessage(event.data);
  worker.onmessageerror = () => onCrash('a message of the worker could not be read');
  worker.onerror = (event) => onCrash(event.message || 'the worker could not be started');
  return {
    post: (message, transfer) => worker.postMessage(message, [...transfer]),
    terminate: () => worker.terminate(),
  };
});

/**
 * Runs one long task in this window's worker.
 * @throws AbortError as soon as `signal` is aborted; FormatError and other errors of the handler;
 *   JobError when the worker crashed (the next job starts a new one).
 */
export async function runJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  options: RunOptions = {},
): Promise<JobOutput<Name>> {
  return (await run(name, input, options)) as JobOutput<Name>;
}
