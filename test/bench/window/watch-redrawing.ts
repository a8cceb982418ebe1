import type { Browser, Page } from '@playwright/test';
import { scriptShare, type ScriptShare } from './script-share.ts';
import { traceOfWindow } from './trace.ts';

/** What one drag cost the window. */
export interface Redrawing {
  /**
   * Processor time of the script of each frame that followed the pointer: gesture, preview and what the map is
   * handed. Empty when the moves were profiled, which costs time of its own.
   */
  frameMs: number[];
  /** All script from the press to the release by the moves of the pointer; null unless profiled. */
  scriptAMove: ScriptShare | null;
  /** Script from the release of the pointer on, until it gave the window back. */
  releaseTaskMs: number;
  /** From the release until the edit was stored; null when nothing was edited. */
  storedMs: number | null;
  /** From the release until the edit was stored and checked; null when nothing was edited. */
  releaseMs: number | null;
}

interface Watch {
  releaseTaskMs: number;
  released: number;
  stored: number;
  checked: number;
}

/** A drag with the mouse, in the two parts of which it is made. */
export interface Drag {
  /** Presses and moves, and answers how often it has moved. */
  move(): Promise<number>;
  /** Lets go, and waits until all is over. */
  release(): Promise<void>;
}

/** Marked in the trace with the time of the frame, within each callback that follows from a move of the pointer. */
const mark = 'hengzong-bench-move-';

/**
 * Drags with the mouse, and tells what it cost. With `frames` callbacks of frames that were asked for while the
 * pointer moved are told by the browser's trace with what they ask for in turn, in processor time: where the
 * map is drawn in software, and others work on the machine, the clock tells of waiting for a core. With `shares` all
 * script is told by the browser's profiler, that of the map library apart. Nothing is drawn: without a graphics card
 * the drawing would hold up all else.
 */
export async function watchRedrawing(
  browser: Browser,
  page: Page,
  drag: Drag,
  what: 'frames' | 'shares',
): Promise<Redrawing> {
  await page.evaluate(prepare, mark);
  const told = what === 'frames' ? await frameTimes(browser, page, drag) : await shares(page, drag);
  await drag.release();
  const seen = await page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    const isDone = watch.released > 0 && watch.stored > watch.released;
    const from = (at: number) => (isDone ? at - watch.released : null);
    return {
      releaseTaskMs: watch.releaseTaskMs,
      storedMs: from(watch.stored),
      releaseMs: watch.checked > 0 ? from(Math.max(watch.stored, watch.checked)) : null,
    };
  });
  return { frameMs: [], scriptAMove: null, ...told, ...seen };
}

async function shares(page: Page, drag: Drag): Promise<Pick<Redrawing, 'scriptAMove'>> {
  const profiler = await page.context().newCDPSession(page);
  await profiler.send('Profiler.enable');
  await profiler.send('Profiler.setSamplingInterval', { interval: 250 });
  await profiler.send('Profiler.start');
  const moves = await drag.move();
  const { profile } = await profiler.send('Profiler.stop');
  await profiler.detach();
  const share = scriptShare(profile);
  return { scriptAMove: { window: share.window / moves, map: share.map / moves } };
}

async function frameTimes(
  browser: Browser,
  page: Page,
  drag: Drag,
): Promise<Pick<Redrawing, 'frameMs'>> {
  const events = await traceOfWindow(browser, page, () => drag.move());
  const callbacks = events.filter(({ name }) => name === 'FireAnimationFrame');
  const byFrame = new Map<string, number>();
  for (const { name, ts } of events) {
    if (!name.startsWith(mark)) continue;
    const around = callbacks.find((one) => ts >= one.ts && ts < one.ts + (one.dur ?? 0));
    // The one during which the trace began has no such time.
    if (around?.tdur === undefined) continue;
    byFrame.set(name, (byFrame.get(name) ?? 0) + around.tdur / 1000);
  }
  if (byFrame.size === 0) throw new Error('No frame followed the pointer.');
  return { frameMs: [...byFrame.values()] };
}

function prepare(mark: string): void {
  const own = window as unknown as { watch?: Watch };
  const isFirst = own.watch === undefined;
  own.watch = { releaseTaskMs: 0, released: 0, stored: 0, checked: 0 };
  if (!isFirst) return;
  const watch = () => own.watch!;
  const nothing = () => undefined;
  WebGL2RenderingContext.prototype.drawElements = nothing;
  WebGL2RenderingContext.prototype.drawArrays = nothing;
  const ask = window.requestAnimationFrame.bind(window);
  /** Whether what runs now follows from a move. */
  let isRunning = false;
  window.requestAnimationFrame = (callback) => {
    // oxlint-disable-next-line typescript/no-deprecated -- tells who asks.
    const isAsked = window.event?.type === 'pointermove';
    // What the map library asks for is its drawing, whoever has given it the reason.
    const isDrawing = new Error().stack?.split('\n')[2]?.includes('/maplibre-') ?? false;
    if (isDrawing || !(isAsked || isRunning)) return ask(callback);
    return ask((time) => {
      const before = isRunning;
      isRunning = true;
      performance.mark(`${mark}${time}`);
      callback(time);
      isRunning = before;
    });
  };
  window.addEventListener(
    'pointerup',
    () => {
      watch().released = performance.now();
      // The listeners of this event, and what they leave to be done at once.
      setTimeout(() => {
        watch().releaseTaskMs = performance.now() - watch().released;
      });
    },
    true,
  );
  // The database has taken hold of `transaction` when it was opened, but not of what it stores with.
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below.
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (...args) {
    this.transaction.addEventListener('complete', () => {
      watch().stored = performance.now();
    });
    return add.apply(this, args);
  };
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below.
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, ...args: never[]) {
    const { type, id } = (args[0] ?? {}) as { type?: string; id?: number };
    // The check session is told of changes by this name, and answers with its findings.
    if (type === 'change' && watch().released > 0 && watch().checked === 0) {
      const listening = new AbortController();
      this.addEventListener(
        'message',
        ({ data }: MessageEvent<{ type: string; id: number }>) => {
          if (data.id !== id) return;
          listening.abort();
          // Only the first answer: the levels follow when the planner rests.
          if (data.type === 'coverage') watch().checked ||= performance.now();
        },
        { signal: listening.signal },
      );
    }
    return Reflect.apply(post, this, args) as void;
  } as typeof post;
}
