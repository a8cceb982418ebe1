import { ownWorker } from '#renderer/jobs/own-worker.ts';
import type { RowSlice } from '#shared/edits/row-slices.ts';
import type { PlanSlice } from '#shared/merge/plan-slices.ts';
import type { KeepJob, keepJobs } from './keep-jobs.ts';

type Input<Name extends KeepJob> = Parameters<(typeof keepJobs)[Name]>[0];
type Output<Name extends KeepJob> = Awaited<ReturnType<(typeof keepJobs)[Name]>>;

/** A worker for the jobs of keeping, which ends with the work: the memory of a whole project is given back at once. */
async function inKeepWorker<T>(
  work: (run: ReturnType<typeof ownWorker>['run']) => Promise<T>,
): Promise<T> {
  const { run, end } = ownWorker(
    // In one expression, by which the bundler knows a worker.
    () => new Worker(new URL('./keep-worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    return await work(run);
  } finally {
    end();
  }
}

/** Runs one job of keeping in a worker of its own. @throws FormatError, JobError */
export function runKeepJob<Name extends Exclude<KeepJob, SlicedJob | 'slice'>>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  return inKeepWorker((run) => run(name, input) as Promise<Output<Name>>);
}

/** Jobs whose outcome comes slice by slice, and what their slices are. */
interface Slices {
  merge: PlanSlice;
  restore: RowSlice;
}
type SlicedJob = keyof Slices;

/** Runs one job of keeping whose outcome may be too large for one task of the window. @throws FormatError, JobError */
export function runSlicedJob<Name extends SlicedJob>(
  name: Name,
  input: Input<Name>,
): Promise<Slices[Name][]> {
  return inKeepWorker(async (run) => {
    const count = (await run(name, input)) as number;
    const slices: Slices[Name][] = [];
    for (let place = 0; place < count; place++) {
      slices.push((await run('slice', place)) as Slices[Name]);
    }
    return slices;
  });
}
