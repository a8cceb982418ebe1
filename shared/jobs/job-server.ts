import { buffersOf } from '#shared/model/buffers-of.ts';
import { type ReplyEnvelope, requestEnvelope } from './envelope.ts';
import { toErrorEnvelope } from './error-envelope.ts';
import { GatheredParts } from './gathered-parts.ts';
import type { JobHandler, RunBeside } from './job.ts';
import { hasRecords, postInParts } from './record-parts.ts';

/** Progress is told at most this often, in milliseconds. */
const progressInterval = 50;

/**
 * Answers the messages of a window: runs jobs by name, tells progress, ends them when cancelled.
 * A cancelled job ends with an AbortError like any other failure, so nobody waits for ever. `beside` is handed to
 * the jobs.
 */
export function createJobServer(
  handlers: Readonly<Record<string, JobHandler<never, unknown>>>,
  reply: (message: ReplyEnvelope, transfer: ArrayBuffer[]) => void,
  newController: () => { readonly signal: AbortSignal; abort(): void },
  beside?: RunBeside,
): (message: unknown) => void {
  const running = new Map<number, { abort(): void }>();
  /** Records that came ahead of their run. */
  const gathered = new GatheredParts();

  async function run(id: number, name: string, input: unknown): Promise<void> {
    const controller = newController();
    running.set(id, controller);
    let told = Number.NEGATIVE_INFINITY;
    const progress = (fraction: number) => {
      const now = performance.now();
      if (now - told < progressInterval) return;
      told = now;
      reply({ type: 'progress', id, fraction }, []);
    };
    const given = new Set<ArrayBuffer>();
    const handOver = (buffers: readonly ArrayBuffer[]) => {
      for (const buffer of buffers) given.add(buffer);
    };
    try {
      if (!Object.hasOwn(handlers, name)) throw new Error(`no job is called ${name}`);
      const handler = handlers[name] as JobHandler<unknown, unknown>;
      const output = await handler(input, {
        signal: controller.signal,
        progress,
        handOver,
        beside,
      });
      let rest = output;
      if (hasRecords(output)) {
        const post = (records: object[]) => {
          const buffers = records.flatMap(buffersOf).filter((buffer) => given.has(buffer));
          for (const buffer of buffers) given.delete(buffer);
          reply({ type: 'part', id, records }, buffers);
        };
        const isWanted = () => !controller.signal.aborted;
        if (!(await postInParts(output.records, post, isWanted)))
          controller.signal.throwIfAborted();
        rest = { ...output, records: [] };
      }
      reply({ type: 'done', id, output: rest }, [...given]);
    } catch (error) {
      reply({ type: 'failed', id, error: toErrorEnvelope(error) }, []);
    } finally {
      running.delete(id);
    }
  }

  return (message) => {
    const request = requestEnvelope.safeParse(message);
    if (!request.success) return;
    const { data } = request;
    if (data.type === 'part') {
      gathered.add(data.id, data.records);
      return;
    }
    const records = gathered.take(data.id);
    if (data.type === 'cancel') running.get(data.id)?.abort();
    else
      void run(
        data.id,
        data.name,
        records.length > 0 ? { ...(data.input as object), records } : data.input,
      );
  };
}
