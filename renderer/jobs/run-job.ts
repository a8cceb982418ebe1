import type { JobInput, JobName, JobOutput } from '#shared/jobs/handlers.ts';
import { createJobClient, type RunOptions } from '#shared/jobs/job-client.ts';
import { startWorker } from './start-worker.ts';

const run = createJobClient((onMessage, onCrash) =>
  startWorker(
    // In one expression, by which the bundler knows a worker.
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    onMessage,
    onCrash,
  ),
);

/**
 * Runs one long task in this window's worker. Records in the input are sent in parts, so that the
 * window is not held up.
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
