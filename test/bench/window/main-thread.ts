import type { Browser, Page } from '@playwright/test';
import { type TraceEvent, traceOfWindow } from './trace.ts';

/** What a window's main thread did during one action. */
export interface MainThread {
  /** The longest task in milliseconds of the thread's own work: waiting for the graphics does not count. */
  longestWork: number;
  /** The same by the clock, waiting and other programs included. */
  longest: number;
  /** Tasks of more than 50 ms of work. */
  long: number;
  /** Frames asked for and drawn in a second. */
  framesPerSecond: number;
}

/**
 * Processor time within a task in which a picture was handed to the graphics. The window does nothing of its own
 * then, but waits until the picture before has been taken. Where all is drawn in software that is hundreds of
 * milliseconds, up to a tenth of them processor time: frames in which only the map was drawn counted as its work.
 */
function workWithin(handedOver: readonly TraceEvent[], task: TraceEvent): number {
  const end = task.ts + (task.dur ?? 0);
  return handedOver
    .filter(({ ts }) => ts >= task.ts && ts < end)
    .reduce((sum, { tdur = 0 }) => sum + tdur, 0);
}

/**
 * Does `act` and what follows from it within `afterMs`, and tells what that cost the main thread of
 * `page`, by the browser's own trace.
 */
export async function watchMainThread(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
  afterMs = 500,
): Promise<MainThread> {
  const begin = performance.now();
  const own = await traceOfWindow(browser, page, async () => {
    await act();
    await page.waitForTimeout(afterMs);
  });
  const seconds = (performance.now() - begin) / 1000;
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const handedOver = own.filter(({ name, ph }) => name === 'Commit' && ph === 'X');
  // The task during which the trace began or ended has no such time.
  const work = tasks.flatMap((task) =>
    task.tdur === undefined ? [] : (task.tdur - workWithin(handedOver, task)) / 1000,
  );
  if (work.length === 0) {
    throw new Error('This browser does not trace the processor time of tasks.');
  }
  return {
    longestWork: Math.max(0, ...work),
    longest: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
    long: work.filter((ms) => ms > 50).length,
    framesPerSecond: own.filter(({ name }) => name === 'FireAnimationFrame').length / seconds,
  };
}
