import { expect, it, vi } from 'vitest';
import { PatchIntake } from '#renderer/map/patch-intake.ts';
import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import { nextTask } from '#shared/jobs/next-task.ts';
import { record } from '#test/unit/shared/edits/records.ts';

function adding(from: number, count: number): Patch {
  const patch = emptyPatch();
  for (let n = from; n < from + count; n++) {
    const person = record('person', n, { name: `${n}` });
    patch.added[person.id] = person;
  }
  return patch;
}

function intake() {
  const names: string[] = [];
  let done = () => {};
  const over = new Promise<void>((resolve) => {
    done = resolve;
  });
  const taking = new PatchIntake((patch) => {
    for (const one of Object.values(patch.added)) if ('name' in one) names.push(one.name);
  }, done);
  return { taking, names, over };
}

const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `${from + i}`);

it('takes a small patch up at once, and a large one later', async () => {
  const { taking, names, over } = intake();
  taking.take(adding(0, 3));
  expect(names).toEqual(numbers(0, 3));
  taking.take(adding(3, 300));
  expect(names).toEqual(numbers(0, 3));
  await over;
  expect(names).toEqual(numbers(0, 303));
});

it('lets no later patch overtake one that is being taken up', async () => {
  const { taking, names, over } = intake();
  taking.take(adding(0, 100));
  taking.take(adding(100, 1));
  expect(names).toEqual([]);
  await over;
  expect(names).toEqual(numbers(0, 101));
});

it('goes on with the next patch when one cannot be taken up', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const names: string[] = [];
  const over = Promise.withResolvers<void>();
  const taking = new PatchIntake((patch) => {
    for (const one of Object.values(patch.added)) {
      if (!('name' in one)) continue;
      if (one.name === '50') throw new Error('cannot be drawn');
      names.push(one.name);
    }
  }, over.resolve);
  taking.take(adding(0, 100));
  taking.take(adding(100, 2));
  await over.promise;
  taking.take(adding(102, 1));
  expect(names.slice(-3)).toEqual(['100', '101', '102']);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

it('takes nothing up any more once it is closed', async () => {
  const { taking, names } = intake();
  taking.take(adding(0, 100));
  taking.close();
  await nextTask();
  await nextTask();
  expect(names).toEqual([]);
});
