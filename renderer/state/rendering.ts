import { createStore, type StoreApi, type UseBoundStore, useStore } from 'zustand';
import { nextTask } from '#shared/jobs/next-task.ts';

/** With any of these somebody acts on what is rendered. */
const presses = ['pointerdown', 'keydown'] as const;

/** What is to be rendered once nothing holds it back. */
const waiting = new Set<() => void>();
let holds = 0;

/** A store as it is rendered: the same, but behind it while rendering is held back. */
export function asRendered<State>(store: StoreApi<State>): StoreApi<State> {
  const rendered = createStore<State>()(() => store.getState());
  const follow = () => rendered.setState(store.getState(), true);
  store.subscribe(() => {
    if (holds > 0) waiting.add(follow);
    else follow();
  });
  return rendered;
}

/**
 * A store of which React learns later while rendering is held back: `getState` and `subscribe` know every
 * change at once, and so does whatever is no part of the rendering.
 */
export function createFollowed<State>(initial: State): UseBoundStore<StoreApi<State>> {
  const store = createStore<State>()(() => initial);
  const rendered = asRendered(store);
  const whole = (state: State): unknown => state;
  const useFollowed = (selector = whole): unknown => useStore(rendered, selector);
  return Object.assign(useFollowed as UseBoundStore<StoreApi<State>>, store);
}

/**
 * Holds back what React renders of such stores, until the function answered is called, somebody presses a key
 * or the pointer, or `mostMs` have gone. It is then rendered in a task of its own; for a press before
 * anybody is told of that, so that nobody acts on what was so before.
 * @param ended told once the hold is over, whatever ended it
 */
export function holdRendering(
  mostMs: number,
  pressed: EventTarget = window,
  ended: () => void = () => {},
): () => void {
  let isHeld = true;
  holds += 1;
  const end = () => {
    if (!isHeld) return;
    isHeld = false;
    holds -= 1;
    clearTimeout(timer);
    for (const type of presses) pressed.removeEventListener(type, end, true);
    ended();
    if (holds > 0) return;
    const all = [...waiting];
    waiting.clear();
    for (const follow of all) follow();
  };
  const timer = setTimeout(end, mostMs);
  for (const type of presses) pressed.addEventListener(type, end, true);
  return () => void nextTask().then(end);
}
