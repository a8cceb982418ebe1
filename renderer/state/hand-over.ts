import { create } from 'zustand';
import { touchesDuty } from '#shared/edits/touches-duty.ts';
import { useDialogs } from './dialogs.ts';
import { useProject } from './project.ts';

interface HandOverState {
  /** Numbers of the first and last step of the log that a sheet is made of; null: the latest that matters. */
  steps: [first: number, last: number] | null;
  /** Number of a step of this window for which a sheet is offered; null when none is. */
  offered: number | null;
}

export const useHandOver = create<HandOverState>()(() => ({ steps: null, offered: null }));

/** Opens the hand-over sheet of steps of the log; without any, of the latest that matters. */
export function openHandOver(steps: HandOverState['steps'] = null): void {
  useHandOver.setState({ steps, offered: null });
  useDialogs.getState().show('hand-over');
}

export function declineHandOver(): void {
  useHandOver.setState({ offered: null });
}

// After an edit that passes ground or a seat on, its sheet is offered; what is undone needs none.
useProject.subscribe(({ document, history }, before) => {
  if (document !== before.document) {
    useHandOver.setState({ steps: null, offered: null });
    return;
  }
  if (history.length === before.history.length) return;
  const row = history.at(-1);
  const offered = row && row.action !== 'undo' && touchesDuty(row.patch) ? row.sequence : null;
  if (offered !== useHandOver.getState().offered) useHandOver.setState({ offered });
});
