import type { Page } from '@playwright/test';

/** What one drag cost the window. */
export interface Redrawing {
  /** Script of each frame that followed the pointer: gesture, preview and what the map is handed. */
  frameMs: number[];
  /** Script from the release of the pointer on, until it gave the window back. */
  releaseTaskMs: number;
  /** From the release until the edit was stored and checked; null when nothing was edited. */
  releaseMs: number | null;
}

interface Watch extends Redrawing {
  released: number;
  stored: number;
  checked: number;
}

/**
 * Does `act`, which drags with the mouse, and tells what it cost: callbacks of frames that were asked
 * for while the pointer moved, or by such callbacks, are timed; the map's own rendering is not.
 */
export async function watchRedrawing(page: Page, act: () => Promise<unknown>): Promise<Redrawing> {
  await page.evaluate(prepare);
  await act();
  return page.evaluate(() => {
    const { watch } = window as unknown as { watch: Watch };
    const end = Math.max(watch.stored, watch.checked);
    const done = watch.released > 0 && watch.stored > watch.released;
    return {
      frameMs: watch.frameMs,
      releaseTaskMs: watch.releaseTaskMs,
      releaseMs: done ? end - watch.released : null,
    };
  });
}

function prepare(): void {
  const own = window as unknown as { watch?: Watch };
  const isFirst = own.watch === undefined;
  own.watch = {
    frameMs: [],
    releaseTaskMs: 0,
    releaseMs: null,
    released: 0,
    stored: 0,
    checked: 0,
  };
  if (!isFirst) return;
  const watch = () => own.watch!;
  const ask = window.requestAnimationFrame.bind(window);
  let isOurs = false;
  window.requestAnimationFrame = (callback) => {
    // oxlint-disable-next-line typescript/no-deprecated -- tells who asks.
    const mine = isOurs || window.event?.type === 'pointermove';
    return ask((time) => {
      if (!mine) return callback(time);
      const before = isOurs;
      isOurs = true;
      const begin = performance.now();
      callback(time);
      watch().frameMs.push(performance.now() - begin);
      isOurs = before;
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
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below.
  const transact = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const transaction = transact.apply(this, args);
    transaction.addEventListener('complete', () => {
      if (transaction.mode === 'readwrite') watch().stored = performance.now();
    });
    return transaction;
  };
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below.
  const post = Worker.prototype.postMessage;
  const known = new WeakSet<Worker>();
  Worker.prototype.postMessage = function (this: Worker, ...args: never[]) {
    const { type } = (args[0] ?? {}) as { type?: string };
    // The check session is told of changes by this name, and answers with its findings.
    if (type === 'change' && !known.has(this)) {
      known.add(this);
      this.addEventListener('message', () => {
        const { released, checked } = watch();
        // Only the first answer: the levels follow when the planner rests.
        if (released > 0 && checked < released) watch().checked = performance.now();
      });
    }
    return Reflect.apply(post, this, args) as void;
  } as typeof post;
}
