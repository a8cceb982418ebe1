import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFindings } from '#renderer/state/findings.ts';
import { editByGesture } from '#renderer/state/gesture-edit.ts';
import { useProject } from '#renderer/state/project.ts';
import { nextTask } from '#shared/jobs/next-task.ts';

/** Who listens to a store. */
function listenersOf(store: Pick<typeof useProject, 'subscribe'>): Set<unknown> {
  const listening = new Set<unknown>();
  const { subscribe } = store;
  vi.spyOn(store, 'subscribe').mockImplementation((listener) => {
    const stop = subscribe(listener);
    listening.add(listener);
    return () => {
      listening.delete(listener);
      stop();
    };
  });
  return listening;
}

let pressed: EventTarget;
let listening: Set<unknown>[];
const listeners = () => listening.reduce((sum, { size }) => sum + size, 0);

beforeEach(() => {
  pressed = new EventTarget();
  vi.stubGlobal('window', pressed);
  listening = [listenersOf(useProject), listenersOf(useFindings as unknown as typeof useProject)];
});

afterEach(() => {
  pressed.dispatchEvent(new Event('pointerdown'));
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  useProject.setState({ revision: 0, saving: false });
});

/** An edit of the document that is being stored from then on. */
function edit(): string {
  useProject.setState({ revision: useProject.getState().revision + 1, saving: true });
  return 'edited';
}

it('listens until the edit is stored', () => {
  expect(editByGesture(edit)).toBe('edited');
  expect(listeners()).toBe(2);
  useProject.setState({ saving: false });
  expect(listeners()).toBe(0);
});

it('listens no longer than rendering waits, where nothing is ever stored', async () => {
  for (let n = 0; n < 3; n++) {
    editByGesture(edit);
    pressed.dispatchEvent(new Event('pointerdown'));
    expect(listeners()).toBe(0);
  }
  editByGesture(edit);
  await vi.waitFor(() => expect(listeners()).toBe(0));
});

it('listens to nothing after a gesture that changed nothing, or failed', async () => {
  editByGesture(() => null);
  expect(listeners()).toBe(0);
  const failing = () => {
    throw new Error('refused');
  };
  expect(() => editByGesture(failing)).toThrow('refused');
  expect(listeners()).toBe(0);
  await nextTask();
});
