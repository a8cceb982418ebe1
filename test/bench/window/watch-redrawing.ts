import type { Page } from '@playwright/test';
import { scriptShare, type ScriptShare } from './script-share.ts';

/** What one drag cost the window. */
export interface Redrawing {
  /** Script of each frame that followed the pointer: gesture, preview and what the map is handed. */
  frameMs: number[];
  /** All script from the press to the release by the moves of the pointer: the window's and the map library's. */
  scriptAMove: ScriptShare;
  /** Script from the release of the pointer on, until it gave the window back. */
  releaseTaskMs: number;
  /** From the release until the edit was stored; null when nothing was edited. */
  storedMs: number | null;
  /** From the release until the edit was stored and checked; null when nothing was edited. */
  releaseMs: number | null;
}

interface Watch {
  frameMs: number[];
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

/**
 * Drags with the mouse, and tells what it cost: callbacks of frames that were asked for while the pointer
 * moved are timed with what they ask for in turn; all script is told by the browser's profiler, that of the map
 * library apart. Nothing is drawn: without a graphics card the drawing would hold up all else.
 */
export async function watchRedrawing(page: Page, drag: Drag): Promise<Redrawing> {
  await page.evaluate(prepare);
  const profiler = await page.context().newCDPSession(page);
  await profiler.send('Profiler.enable');
  await profiler.send('Profiler.setSamplingInterval', { interval: 250 });
  await profiler.send('Profiler.start');
  const moves = await drag.move();
  const { profile } = await profiler.send('Profiler.stop');
  await profiler.detach();
  await drag.release();
  const seen = await page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    const isDone = watch.released > 0 && watch.stored > watch.released;
    const from = (at: number) => (isDone ? at - watch.released : null);
    return {
      frameMs: watch.frameMs,
      releaseTaskMs: watch.releaseTaskMs,
      storedMs: from(watch.stored),
      releaseMs: watch.checked > 0 ? from(Math.max(watch.stored, watch.checked)) : null,
    };
  });
  const share = scriptShare(profile);
  return { ...seen, scriptAMove: { window: share.window / moves, map: share.map / moves } };
}

/** Medians are made of so many transactions. */
const bareCount = 15;

/**
 * Milliseconds that a strict transaction takes in this page while nothing else is done: an audit row with two
 * zones of so many vertices, before and after, and both of them. Nothing is stored sooner.
 */
export async function bareTransaction(page: Page, vertices: number): Promise<number[]> {
  return page.evaluate(
    async ([count, length]) => {
      const name = 'hengzong-bench-bare';
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name, 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('audit', { keyPath: 'sequence' });
          opening.result.createObjectStore('zone', { keyPath: 'id' });
        };
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error('not opened'));
      });
      const zone = (id: string) => {
        const ring = Array.from({ length }, (_, i) => [116 + i / 1e6, 40 + i / 1e6]);
        return { id, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } };
      };
      const times: number[] = [];
      for (let sequence = 0; sequence < count; sequence++) {
        const [one, other] = [zone('one'), zone('other')];
        const begin = performance.now();
        // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
        await new Promise<void>((resolve, reject) => {
          const transaction = database.transaction(['audit', 'zone'], 'readwrite', {
            durability: 'strict',
          });
          transaction
            .objectStore('audit')
            .add({ sequence, patch: [one, zone('one'), other, zone('other')] });
          for (const each of [one, other]) transaction.objectStore('zone').put(each);
          transaction.commit();
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error ?? new Error('not stored'));
        });
        times.push(performance.now() - begin);
        // oxlint-disable-next-line no-await-in-loop -- the same
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      database.close();
      indexedDB.deleteDatabase(name);
      return times;
    },
    [bareCount, vertices] as const,
  );
}

function prepare(): void {
  const own = window as unknown as { watch?: Watch };
  const isFirst = own.watch === undefined;
  own.watch = { frameMs: [], releaseTaskMs: 0, released: 0, stored: 0, checked: 0 };
  if (!isFirst) return;
  const watch = () => own.watch!;
  const nothing = () => undefined;
  WebGL2RenderingContext.prototype.drawElements = nothing;
  WebGL2RenderingContext.prototype.drawArrays = nothing;
  const ask = window.requestAnimationFrame.bind(window);
  /** Place in `frameMs` of the move that what runs now follows from. */
  let running: number | null = null;
  window.requestAnimationFrame = (callback) => {
    // oxlint-disable-next-line typescript/no-deprecated -- tells who asks.
    const isAsked = window.event?.type === 'pointermove';
    const list = watch().frameMs;
    const mine = running ?? (isAsked ? list.push(0) - 1 : null);
    return ask((time) => {
      if (mine === null || list !== watch().frameMs) return callback(time);
      const before = running;
      running = mine;
      const begin = performance.now();
      callback(time);
      list[mine]! += performance.now() - begin;
      running = before;
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
