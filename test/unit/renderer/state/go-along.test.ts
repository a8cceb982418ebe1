import { expect, it } from 'vitest';
import { goAlong } from '#renderer/state/go-along.ts';
import { History, type Step } from '#shared/edits/history.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';

/** A session with 40 edits, each of which takes as long as a window has in one piece. */
function busySession(after: (sequence: number) => void = () => undefined) {
  const history = new History();
  const append = (step: Step) => {
    const sequence = history.nextSequence;
    history.append({ id: idOf(sequence), sequence, time: '', author: '', ...step });
  };
  const edit = () => {
    const person = record('person', 0x500 + history.nextSequence, { name: '甲' });
    const patch = { ...emptyPatch(), added: { [person.id]: person } };
    append({ action: 'edit', of: null, label: { key: 'edit', params: {} }, patch });
  };
  for (let n = 0; n < 40; n++) edit();
  const apply = (step: Step) => {
    append(step);
    const begun = performance.now();
    while (performance.now() - begun < 3);
    after(history.nextSequence - 1);
  };
  return { history, apply, edit };
}

it('goes back and forth as many steps as asked', async () => {
  const session = busySession();
  expect(await goAlong(session, { undo: 30 }, () => true)).toBe(true);
  expect(session.history.rows).toHaveLength(70);
  expect(await goAlong(session, { redo: 10 }, () => true)).toBe(true);
  expect(session.history.rows.slice(-10).every(({ action }) => action === 'redo')).toBe(true);
  expect(session.history.rows).toHaveLength(80);
});

it('ends when the window may not go on, and where an edit comes between', async () => {
  const stopped = busySession();
  expect(await goAlong(stopped, { undo: 30 }, () => false)).toBe(false);
  expect(stopped.history.rows.length).toBeLessThan(70);

  const edited = busySession((sequence) => {
    if (sequence === 41) setTimeout(edited.edit);
  });
  expect(await goAlong(edited, { undo: 30 }, () => true)).toBe(false);
  expect(edited.history.rows.length).toBeLessThan(71);
  expect(edited.history.rows.at(-1)?.action).toBe('edit');
});

it('says that a way is longer than the log', async () => {
  expect(await goAlong(busySession(), { undo: 41 }, () => true)).toBe(false);
});
