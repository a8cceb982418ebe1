import type { JobHandler } from '#shared/jobs/job.ts';
import { lowerParts } from './lower-parts.ts';

/** Lets go of files that nobody works on any more. */
export const forgetLowerParts: JobHandler<{ keys: readonly string[] }, null> = ({ keys }) => {
  for (const key of keys) lowerParts.delete(key);
  return Promise.resolve(null);
};
