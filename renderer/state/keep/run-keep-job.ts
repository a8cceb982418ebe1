import { ownWorker } from '#renderer/jobs/own-worker.ts';
import type { KeepJob, keepJobs } from './keep-jobs.ts';

type Input<Name extends KeepJob> = Parameters<(typeof keepJobs)[Name]>[0];
type Output<Name extends KeepJob> = Awaited<ReturnType<(typeof keepJobs)[Name]>>;

/**
 * Runs one job of keeping in a worker of its own, which ends with it: the memory of a whole project is
 * given back at once. @throws FormatError, JobError
 */
export async function runKeepJob<Name extends KeepJob>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const { run, end } = ownWorker(
    // In one expression, by which the bundler knows a worker.
    () => new Worker(new URL('./keep-worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    return (await run(name, input)) as Output<Name>;
  } finally {
    end();
  }
}
