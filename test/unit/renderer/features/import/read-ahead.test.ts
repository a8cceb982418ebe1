import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetRead, readAhead, takeAhead } from '#renderer/features/import/read-ahead.ts';

/** A worker that notes what it is asked, and never comes to the end of a file. */
class BusyWorker {
  static asked: { type: string; id: number; name?: string; input?: { keys?: string[] } }[] = [];
  static last: BusyWorker | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  constructor() {
    BusyWorker.last = this;
  }
  postMessage(message: (typeof BusyWorker.asked)[number]): void {
    BusyWorker.asked.push(message);
    if (message.name !== 'forgetImport') return;
    queueMicrotask(() =>
      this.onmessage?.({ data: { type: 'done', id: message.id, output: null } }),
    );
  }
  terminate(): void {}
}

beforeEach(() => {
  BusyWorker.asked = [];
  vi.stubGlobal('Worker', BusyWorker);
});

afterEach(() => {
  // The next job starts another one.
  BusyWorker.last?.onerror?.({ message: 'the test is over' });
  vi.unstubAllGlobals();
});

const files = [{ name: 'zones.geojson', bytes: new Uint8Array([123, 125]) }];

/** Files being read ahead, and what became of that. */
async function begun() {
  const reading = await readAhead(files);
  await vi.waitFor(() => expect(BusyWorker.asked).toHaveLength(1));
  const [{ id, name }] = BusyWorker.asked as [(typeof BusyWorker.asked)[number]];
  expect(name).toBe('parseImport');
  return { reading, id, bytes: reading.files[0]!.bytes as Blob };
}

/** What the worker has been told since. */
const told = () => BusyWorker.asked.slice(1);

it('hands on once what it has begun', async () => {
  const { bytes } = await begun();
  const ahead = takeAhead(bytes);
  expect(ahead?.key).toBeTypeOf('string');
  expect(takeAhead(bytes)).toBeUndefined();
  ahead?.parsed.catch(() => undefined);
});

it('ends a reading that nobody will take up', async () => {
  const { reading, id, bytes } = await begun();
  reading.forget();
  await vi.waitFor(() => expect(told()).toHaveLength(2));
  expect(told()).toContainEqual({ type: 'cancel', id });
  expect(told()).toContainEqual(expect.objectContaining({ name: 'forgetImport' }));
  expect(takeAhead(bytes)).toBeUndefined();
});

it('ends a reading whose file leaves the dialog', async () => {
  const { id, bytes } = await begun();
  const ahead = takeAhead(bytes)!;
  forgetRead([ahead.key]);
  await expect(ahead.parsed).rejects.toThrow(/abort/);
  await vi.waitFor(() => expect(told()).toHaveLength(2));
  expect(told()[0]).toEqual({ type: 'cancel', id });
  expect(told()[1]?.input?.keys).toEqual([ahead.key]);
});

it('leaves the worker alone where there is nothing to forget', async () => {
  await begun();
  forgetRead([]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(told()).toEqual([]);
});
