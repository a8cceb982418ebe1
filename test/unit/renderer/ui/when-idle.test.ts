import { afterEach, expect, it, vi } from 'vitest';
import { whenIdle } from '#renderer/ui/when-idle.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('waits until the window is idle, where the browser can tell', () => {
  const tasks = new Map<number, () => void>();
  vi.stubGlobal('requestIdleCallback', (task: () => void) => tasks.set(7, task) && 7);
  vi.stubGlobal('cancelIdleCallback', (asked: number) => tasks.delete(asked));
  const task = vi.fn();
  const stop = whenIdle(task);
  expect(task).not.toHaveBeenCalled();
  tasks.get(7)?.();
  expect(task).toHaveBeenCalledOnce();
  stop();
  expect(tasks.size).toBe(0);
});

it('comes a while later where the browser cannot', () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', undefined);
  const [done, stopped] = [vi.fn(), vi.fn()];
  whenIdle(done);
  whenIdle(stopped)();
  expect(done).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(done).toHaveBeenCalledOnce();
  expect(stopped).not.toHaveBeenCalled();
});
