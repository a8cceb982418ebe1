import type { Browser, Page } from '@playwright/test';

/** What a browser's trace tells of one thing that happened; times in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread. */
  tdur?: number;
}

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];
const mark = 'hengzong-bench';

/** Does `act`, and answers what the browser's trace tells of the main thread of `page` meanwhile. */
export async function traceOfWindow(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<TraceEvent[]> {
  await browser.startTracing(page, { categories });
  await page.evaluate((name) => performance.mark(name), mark);
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    traceEvents: TraceEvent[];
  };
  const marked = trace.traceEvents.find(({ name }) => name === mark);
  if (!marked) throw new Error('The trace does not hold the window.');
  return trace.traceEvents.filter(
    ({ pid, tid, ts }) => pid === marked.pid && tid === marked.tid && ts > marked.ts,
  );
}
