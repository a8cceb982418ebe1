import { nextTask } from './next-task.ts';

/** Work in small steps, between which whoever runs it may pause. */
export type Steps<Result = void> = Generator<void, Result, undefined>;

/** For how long a window works on at a stretch, in milliseconds: half a frame. */
const sliceMs = 8;

/** All steps at once. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same in slices, each in a task of its own, so that long work never holds a window up; null as
 * soon as it is not `wanted` any more.
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  wanted: () => boolean = () => true,
): Promise<Result | null> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - begun < sliceMs) continue;
    await nextTask();
    if (!wanted()) return null;
    begun = performance.now();
  }
}

/** A step for each item. */
export function* eachStep<Item>(items: Iterable<Item>, act: (item: Item) => void): Steps {
  for (const item of items) {
    act(item);
    yield;
  }
}
