import { expect, it } from 'vitest';
import { oneByOne } from '#renderer/state/one-by-one.ts';

it('begins a task once those before it are over, also after one that failed', async () => {
  const inTurn = oneByOne();
  const gate = Promise.withResolvers<string>();
  const begun: string[] = [];
  const task = (name: string, over: () => Promise<string>) =>
    inTurn(() => {
      begun.push(name);
      return over();
    });
  const first = task('first', () => gate.promise);
  const failing = task('second', () => Promise.reject(new Error('refused')));
  const third = task('third', () => Promise.resolve('done'));
  await Promise.resolve();
  expect(begun).toEqual(['first']);
  gate.resolve('let through');
  expect(await first).toBe('let through');
  await expect(failing).rejects.toThrow('refused');
  expect(await third).toBe('done');
  expect(begun).toEqual(['first', 'second', 'third']);
});
