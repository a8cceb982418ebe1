import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ImportFile } from '#renderer/features/import/import-file.ts';
import { makePlan, type PlanInput } from '#renderer/features/import/plan-making.ts';
import { closedProject, useProject } from '#renderer/state/project.ts';
import { usualDuplicates } from '#shared/formats/import/duplicates.ts';

/** A worker that notes what it is asked, and answers when the test says so. */
class SlowWorker {
  static asked: { type: string; id: number; name?: string }[] = [];
  static last: SlowWorker | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  constructor() {
    SlowWorker.last = this;
  }
  postMessage(message: (typeof SlowWorker.asked)[number]): void {
    SlowWorker.asked.push(message);
  }
  terminate(): void {}
}

const say = (data: object) => SlowWorker.last?.onmessage?.({ data });

beforeEach(() => {
  SlowWorker.asked = [];
  vi.stubGlobal('Worker', SlowWorker);
  useProject.setState(closedProject);
});

afterEach(() => {
  // The next job starts another one.
  SlowWorker.last?.onerror?.({ message: 'the test is over' });
  vi.unstubAllGlobals();
  useProject.setState(closedProject);
});

const table = { mapping: { target: 'point', columns: {} }, system: { crs: 'EPSG:4326' } };
const file = { key: 'a', name: 'a.csv', parts: [], tables: [table], encoding: undefined };
const input: PlanInput = {
  files: [file as unknown as ImportFile],
  choices: {},
  duplicates: usualDuplicates,
};

async function begun() {
  const making = makePlan(input);
  await vi.waitFor(() => expect(SlowWorker.asked.at(-1)?.type).toBe('run'));
  const { id } = SlowWorker.asked.at(-1) as { id: number };
  return { making, id };
}

it('is the plan for the same files and choices, whatever list they come in', async () => {
  const { making } = await begun();
  expect(making.isFor({ ...input, files: [...input.files] })).toBe(true);
  const withMapping = { ...file, tables: [{ ...table, mapping: { ...table.mapping } }] };
  const withSystem = { ...file, tables: [{ ...table, system: { crs: 'EPSG:4490' } }] };
  for (const changed of [withMapping, withSystem, { ...file, encoding: 'gbk' }]) {
    expect(making.isFor({ ...input, files: [changed as unknown as ImportFile] })).toBe(false);
  }
  expect(making.isFor({ ...input, files: [...input.files, ...input.files] })).toBe(false);
  expect(making.isFor({ ...input, choices: { 张: 'x' } })).toBe(false);
  expect(making.isFor({ ...input, duplicates: { ...usualDuplicates } })).toBe(false);
});

it('is none for a project that has changed', async () => {
  const { making } = await begun();
  useProject.setState({ revision: useProject.getState().revision + 1 });
  expect(making.isFor(input)).toBe(false);
  expect(making.revision).not.toBe(useProject.getState().revision);
});

it('tells whoever comes later how far it is', async () => {
  const { making, id } = await begun();
  say({ type: 'progress', id, fraction: 0.4 });
  const told: number[] = [];
  making.watch((fraction) => told.push(fraction));
  say({ type: 'progress', id, fraction: 0.7 });
  expect(told).toEqual([0.4, 0.7]);
  say({ type: 'done', id, output: { records: [], rejected: [] } });
  expect(await making.plan).toEqual({ records: [], rejected: [] });
});

it('ends in the worker when it is cancelled', async () => {
  const { making, id } = await begun();
  making.cancel();
  await expect(making.plan).rejects.toThrow(/abort/);
  expect(making.isCancelled()).toBe(true);
  expect(SlowWorker.asked.at(-1)).toEqual({ type: 'cancel', id });
});
