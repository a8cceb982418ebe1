import { expect, it } from 'vitest';
import { createStore } from 'zustand';
import { asRendered, createFollowed, holdRendering } from '#renderer/state/rendering.ts';
import { nextTask } from '#shared/jobs/next-task.ts';

function counted() {
  const store = createStore<{ count: number }>()(() => ({ count: 0 }));
  const rendered = asRendered(store);
  const seen: number[] = [];
  rendered.subscribe(({ count }) => seen.push(count));
  return { store, rendered, seen };
}

it('renders every change at once while nothing is held back', () => {
  const { store, seen } = counted();
  store.setState({ count: 1 });
  store.setState({ count: 2 });
  expect(seen).toEqual([1, 2]);
});

it('renders what was held back once, in a task of its own, as it is by then', async () => {
  const { store, rendered, seen } = counted();
  const end = holdRendering(60_000, new EventTarget());
  store.setState({ count: 1 });
  end();
  expect(store.getState().count).toBe(1);
  expect(rendered.getState().count).toBe(0);
  store.setState({ count: 2 });
  await nextTask();
  await nextTask();
  expect(seen).toEqual([2]);
  store.setState({ count: 3 });
  expect(seen).toEqual([2, 3]);
});

it('waits for all who hold it back', async () => {
  const { store, seen } = counted();
  const [first, second] = [
    holdRendering(60_000, new EventTarget()),
    holdRendering(60_000, new EventTarget()),
  ];
  store.setState({ count: 1 });
  first();
  first();
  await nextTask();
  await nextTask();
  expect(seen).toEqual([]);
  second();
  await nextTask();
  await nextTask();
  expect(seen).toEqual([1]);
});

it('shows everything to whoever presses, before others hear of it', () => {
  const { store, rendered } = counted();
  const window = new EventTarget();
  holdRendering(60_000, window);
  let met = -1;
  window.addEventListener('keydown', () => {
    met = rendered.getState().count;
  });
  store.setState({ count: 1 });
  window.dispatchEvent(new Event('keydown'));
  expect(met).toBe(1);
});

it('holds nothing back for ever', async () => {
  const { store, seen } = counted();
  holdRendering(1, new EventTarget());
  store.setState({ count: 1 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual([1]);
});

it('tells once that it is over, whatever ended it', async () => {
  const window = new EventTarget();
  let ended = 0;
  const end = holdRendering(1, window, () => {
    ended += 1;
  });
  window.dispatchEvent(new Event('pointerdown'));
  expect(ended).toBe(1);
  end();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(ended).toBe(1);
});

it('keeps nothing back from whoever reads a followed store', async () => {
  const useCount = createFollowed({ count: 0 });
  const seen: number[] = [];
  const stop = useCount.subscribe(({ count }) => seen.push(count));
  const end = holdRendering(60_000, new EventTarget());
  useCount.setState({ count: 1 });
  expect(useCount.getState().count).toBe(1);
  expect(seen).toEqual([1]);
  stop();
  useCount.setState({ count: 2 });
  expect(seen).toEqual([1]);
  end();
  await nextTask();
  await nextTask();
  expect(useCount.getState().count).toBe(2);
});
