import { describe, expect, it } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { breathe, type JobContext } from '#shared/jobs/job.ts';
import { createJobClient, type WorkerPort } from '#shared/jobs/job-client.ts';
import { createJobServer } from '#shared/jobs/job-server.ts';

/** A worker thread in this thread: messages are cloned and arrive later, as between threads. */
function createPool() {
  const seen: { ended: string[]; progress: number } = { ended: [], progress: 0 };
  const crashes: ((reason: string) => void)[] = [];
  let terminated = 0;
  const handlers = {
    double: async (input: { n: number }) => input.n * 2,
    refuse: async () => {
      throw new FormatError('storage.file.cut', { part: 'x' });
    },
    store: async () => {
      throw Object.assign(new Error('no-space: QuotaExceededError'), {
        name: 'StorageError',
        key: 'storage.failed.no-space',
        params: { detail: 'QuotaExceededError' },
      });
    },
    forever: async (_: unknown, context: JobContext) => {
      try {
        for (;;) {
          context.progress(0.5);
          await breathe(context);
        }
      } finally {
        seen.ended.push('forever');
      }
    },
  };
  const run = createJobClient((onMessage, onCrash): WorkerPort => {
    crashes.push(onCrash);
    let alive = true;
    const later = (deliver: () => void) => queueMicrotask(() => alive && deliver());
    const serve = createJobServer(
      handlers,
      (reply) => {
        if (reply.type === 'progress') seen.progress += 1;
        const copy = structuredClone(reply);
        later(() => onMessage(copy));
      },
      () => new AbortController(),
    );
    return {
      post: (message) => {
        const copy = structuredClone(message);
        later(() => serve(copy));
      },
      terminate: () => {
        alive = false;
        terminated += 1;
      },
    };
  });
  return { run, seen, crashes, terminated: () => terminated };
}

describe('jobs', () => {
  it('answer each caller with its own output', async () => {
    const { run, crashes } = createPool();
    expect(await Promise.all([1, 2, 3].map((n) => run('double', { n })))).toEqual([2, 4, 6]);
    expect(crashes).toHaveLength(1);
  });

  it('fail with the error of the handler, a FormatError as such', async () => {
    const { run } = createPool();
    const error: unknown = await run('refuse', null).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ key: 'storage.file.cut', params: { part: 'x' } });
    await expect(run('toString', null)).rejects.toThrow(/no job/);
  });

  it('fail with any error of our own so that it can be told in words', async () => {
    const { run } = createPool();
    const error: unknown = await run('store', null).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'StorageError',
      key: 'storage.failed.no-space',
      params: { detail: 'QuotaExceededError' },
    });
    expect(error).toHaveProperty('message', 'no-space: QuotaExceededError');
  });

  it('settle at once with an AbortError when cancelled, and stop working', async () => {
    const { run, seen } = createPool();
    const controller = new AbortController();
    const job = run('forever', null, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => seen.ended).toEqual(['forever']);
    await expect(run('double', { n: 4 }, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await run('double', { n: 4 })).toBe(8);
  });

  it('are all rejected by a crash, after which a new worker starts', async () => {
    const { run, crashes, terminated } = createPool();
    const lost = [run('forever', null), run('forever', null)];
    crashes[0]?.('out of memory');
    for (const result of await Promise.allSettled(lost)) {
      expect(result).toMatchObject({
        status: 'rejected',
        reason: { name: 'JobError', params: { detail: 'out of memory' } },
      });
    }
    expect(terminated()).toBe(1);
    expect(await run('double', { n: 5 })).toBe(10);
    expect(crashes).toHaveLength(2);
  });

  it('do not flood the window with progress', async () => {
    const { run, seen } = createPool();
    const controller = new AbortController();
    let rounds = 0;
    const job = run('forever', null, { signal: controller.signal, onProgress: () => rounds++ });
    await new Promise((resolve) => setTimeout(resolve, 120));
    controller.abort();
    await expect(job).rejects.toThrow();
    expect(rounds).toBeGreaterThan(0);
    expect(seen.progress).toBeLessThan(20);
  });

  it('ignore messages that are not theirs', async () => {
    const replies: unknown[] = [];
    const serve = createJobServer(
      {},
      (reply) => replies.push(reply),
      () => new AbortController(),
    );
    for (const message of [null, 'x', { type: 'run' }, { type: 'cancel', id: 7 }]) serve(message);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(replies).toEqual([]);
  });
});
