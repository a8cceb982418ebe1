import { type RequestEnvelope, replyEnvelope } from './envelope.ts';
import { fromErrorEnvelope } from './error-envelope.ts';
import { JobError } from './job-error.ts';
import { hasRecords, postInParts } from './record-parts.ts';

/** The end of a worker that a window holds. */
export interface WorkerPort {
  post(message: RequestEnvelope, transfer: readonly ArrayBuffer[]): void;
  terminate(): void;
}

export interface RunOptions {
  signal?: AbortSignal & {
    addEventListener(type: 'abort', listener: () => void): void;
    removeEventListener(type: 'abort', listener: () => void): void;
  };
  onProgress?: (fraction: number) => void;
  /** Buffers handed over instead of copied; they are empty here afterwards. */
  transfer?: readonly ArrayBuffer[];
}

interface Pending {
  resolve: (output: unknown) => void;
  reject: (error: unknown) => void;
  onProgress: RunOptions['onProgress'];
  /** Records of the output that came ahead of it. */
  records: unknown[];
}

/**
 * Asks a worker for jobs. `start` makes the worker when the first job comes, and again after a crash,
 * which rejects everything that was running.
 */
export function createJobClient(
  start: (onMessage: (message: unknown) => void, onCrash: (reason: string) => void) => WorkerPort,
) {
  const pending = new Map<number, Pending>();
  let port: WorkerPort | null = null;
  let lastId = 0;

  function receive(message: unknown): void {
    const reply = replyEnvelope.safeParse(message);
    if (!reply.success) return;
    const waiting = pending.get(reply.data.id);
    if (!waiting) return;
    if (reply.data.type === 'progress') {
      waiting.onProgress?.(reply.data.fraction);
      return;
    }
    if (reply.data.type === 'part') {
      for (const record of reply.data.records) waiting.records.push(record);
      return;
    }
    pending.delete(reply.data.id);
    const { records } = waiting;
    if (reply.data.type === 'done') {
      const { output } = reply.data;
      waiting.resolve(records.length > 0 ? { ...(output as object), records } : output);
    } else waiting.reject(fromErrorEnvelope(reply.data.error));
  }

  function crash(reason: string): void {
    port?.terminate();
    port = null;
    const lost = [...pending.values()];
    pending.clear();
    for (const { reject } of lost) reject(new JobError(reason));
  }

  /**
   * Runs job `name`. Rejects with the signal's reason (an AbortError) as soon as it is aborted, with
   * FormatError as thrown by the handler, or with a JobError when the worker crashes.
   */
  return async function run(
    name: string,
    input: unknown,
    { signal, onProgress, transfer = [] }: RunOptions = {},
  ): Promise<unknown> {
    signal?.throwIfAborted();
    port ??= start(receive, crash);
    const worker = port;
    lastId += 1;
    const id = lastId;
    let cancel = () => {};
    try {
      return await new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject, onProgress, records: [] });
        cancel = () => {
          pending.delete(id);
          worker.post({ type: 'cancel', id }, []);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', cancel);
        const send = async () => {
          let rest = input;
          if (hasRecords(input)) {
            const { records, ...others } = input;
            const post = (part: unknown[]) => worker.post({ type: 'part', id, records: part }, []);
            if (!(await postInParts(records, post, () => pending.has(id)))) return;
            rest = records.length > 0 ? others : input;
          }
          worker.post({ type: 'run', id, name, input: rest }, transfer);
        };
        send().catch(reject);
      });
    } finally {
      pending.delete(id);
      signal?.removeEventListener('abort', cancel);
    }
  };
}
