import type { WayBack } from '#shared/edits/history.ts';
import { inSlices, type Steps } from '#shared/jobs/slices.ts';
import type { ProjectSession } from './project-session.ts';

/** What a project session has for this. */
type Steppable = Pick<ProjectSession, 'history' | 'apply'>;

/**
 * Takes a session along a way of undo or redo, some steps at a time, so that the window goes on. An edit
 * meanwhile ends it, and so does that it `mayGoOn` no longer. Answers whether the end is reached.
 */
export async function goAlong(
  session: Steppable,
  way: Exclude<WayBack, { restore: unknown }>,
  mayGoOn: () => boolean,
): Promise<boolean> {
  const isBack = 'undo' in way;
  let left = isBack ? way.undo : way.redo;
  let { nextSequence } = session.history;
  function* steps(): Steps<boolean> {
    while (left > 0) {
      const { history } = session;
      const step = isBack ? history.undoStep() : history.redoStep();
      if (!step) return false;
      session.apply(step);
      left--;
      ({ nextSequence } = session.history);
      if (left > 0) yield;
    }
    return true;
  }
  const isAlone = () => mayGoOn() && session.history.nextSequence === nextSequence;
  return (await inSlices(steps(), isAlone)) ?? false;
}
