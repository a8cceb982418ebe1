import { nextTask } from './next-task.ts';

/**
 * Asks another thread for a job by its name while this one goes on. Rejects with the signal's reason when it is
 * aborted, and with a JobError when that thread is lost: whatever it does, a job can do by itself.
 */
export type RunBeside = (
  name: string,
  input: unknown,
  options: { signal: AbortSignal },
) => Promise<unknown>;

/** What a running job may use: a signal that ends it, and a way to say how far it is. */
export interface JobContext {
  signal: AbortSignal;
  /** Fraction done, 0 to 1. */
  progress(fraction: number): void;
  /**
   * Names buffers in the output that the job gives away: they go to another thread without
   * being copied, and are empty here afterwards. Each belongs to one record alone, where they are in records.
   */
  handOver?(buffers: readonly ArrayBuffer[]): void;
  /** Has another thread do part of it; absent where there is none. */
  beside?: RunBeside | undefined;
}

/** One long task: pure but for its progress, the same in a worker and in the CLI. */
export type JobHandler<Input, Output> = (input: Input, context: JobContext) => Promise<Output>;

/** Lets other messages (a cancel above all) be handled, then throws if the job was cancelled. */
export async function breathe(context: JobContext): Promise<void> {
  // A timer would wait for four milliseconds each time, in a browser.
  await nextTask();
  context.signal.throwIfAborted();
}

/** For how long a job works on before it listens for a cancel, in milliseconds. */
const workMs = 40;

/**
 * {@link breathe} for inner loops: a task for others whenever {@link workMs} have passed, cheap enough to be
 * asked for every few hundred rows. @throws the signal's reason once the job was cancelled
 */
export function pausesIn(context: JobContext): () => Promise<void> {
  let rested = performance.now();
  return async () => {
    context.signal.throwIfAborted();
    if (performance.now() - rested < workMs) return;
    await breathe(context);
    rested = performance.now();
  };
}
