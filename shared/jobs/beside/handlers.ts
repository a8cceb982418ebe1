import type { RunBeside } from '#shared/jobs/job.ts';
import { forgetLowerParts } from './forget-lower-parts.ts';
import { readLowerFacts } from './read-lower-facts.ts';
import { scanLowerPart } from './scan-lower-part.ts';

/** What a second worker does for the jobs of the first, which asks for it by these names. */
export const besideHandlers = { forgetLowerParts, readLowerFacts, scanLowerPart };

type Handlers = typeof besideHandlers;

/** Asks the second worker, as {@link RunBeside} does. */
export async function askBeside<Name extends keyof Handlers>(
  run: RunBeside,
  name: Name,
  input: Parameters<Handlers[Name]>[0],
  signal: AbortSignal,
): Promise<Awaited<ReturnType<Handlers[Name]>>> {
  return (await run(name, input, { signal })) as Awaited<ReturnType<Handlers[Name]>>;
}
