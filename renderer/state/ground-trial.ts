import { create } from 'zustand';
import type { GroundMove } from '#shared/analysis/ground-moves.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import type { Document } from '#shared/edits/document.ts';
import { completeRemovals } from '#shared/edits/repair/complete-removals.ts';
import { JobError } from '#shared/jobs/job-error.ts';
import { type EditOutcome, type EditRequest, tryEdit } from '#shared/jobs/try-edit.ts';
import { errorText } from './error-text.ts';
import { checkSession } from './findings.ts';
import { useProject } from './project.ts';
import { edit } from './project-actions.ts';

interface GroundTrial {
  /** The edit that is looked at; null while none is. */
  request: EditRequest | null;
  /** What it would do; null while that is being worked out. */
  outcome: EditOutcome | null;
  /**
   * The last outcome, which stays to be seen while the next one is worked out: without it the picture
   * would flicker at each step of a stroke.
   */
  shown: EditOutcome | null;
}

const idle: GroundTrial = { request: null, outcome: null, shown: null };

/** The edit of ground that is looked at; the document knows nothing of it until it is applied. */
export const useGroundTrial = create<GroundTrial>()(() => idle);

/** Ground that would change hands by the edit that is looked at; null when there is none. */
export function useTrialMoves(): readonly GroundMove[] | null {
  return useGroundTrial(({ shown }) => (shown && 'result' in shown ? shown.moves : null));
}

/** Whether one is being worked out: the next waits, and of those that wait only the newest counts. */
let isBusy = false;

/** What an edit would do: told by the worker that follows the document, else worked out here. */
async function outcomeOf(document: Document, request: EditRequest): Promise<EditOutcome> {
  const session = checkSession();
  const locks = document.all('lock');
  if (!session) return tryEdit(document, request, locks);
  session.tellIssues(document.all('issueChunk'));
  try {
    return await session.tryEdit(request, locks);
  } catch (error) {
    // The worker is gone; the window has all it takes.
    if (error instanceof JobError) return tryEdit(document, request, locks);
    throw error;
  }
}

async function workOut(): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  try {
    for (;;) {
      const { request, outcome } = useGroundTrial.getState();
      const { document, revision } = useProject.getState();
      if (!request || outcome || !document) return;
      let next: EditOutcome;
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        next = await outcomeOf(document, request);
      } catch (error) {
        next = { refused: 'ground.failed', params: { error: errorText(error) } };
      }
      const isCurrent =
        useGroundTrial.getState().request === request &&
        useProject.getState().revision === revision;
      if (isCurrent) useGroundTrial.setState({ outcome: next, shown: next });
    }
  } finally {
    isBusy = false;
  }
}

/** Looks at an edit: the map and its card show what it would do. Null: at none any more. */
export function lookAtEdit(request: EditRequest | null): void {
  if (!request) {
    if (useGroundTrial.getState() !== idle) useGroundTrial.setState(idle);
    return;
  }
  useGroundTrial.setState({ request, outcome: null });
  void workOut();
}

/** Resolves with what the edit that is looked at would do; null when none is, or it is left meanwhile. */
function settled(): Promise<EditOutcome | null> {
  const { request, outcome } = useGroundTrial.getState();
  if (!request || outcome) return Promise.resolve(outcome);
  return new Promise((resolve) => {
    const stop = useGroundTrial.subscribe((now) => {
      if (now.request === request && !now.outcome) return;
      stop();
      resolve(now.request === request ? now.outcome : null);
    });
  });
}

/**
 * Carries out the edit that is looked at, as it was tried; null when there is none, or something else has
 * changed the document meanwhile. A refused one stays to be looked at.
 */
export async function applyLookedAt(): Promise<CommandResult | null> {
  const tried = await settled();
  if (!tried || 'refused' in tried) return tried;
  const result = edit((view) => {
    return { ...tried.result, patch: completeRemovals(view, tried.result.patch) };
  }, undefined);
  if ('patch' in result) lookAtEdit(null);
  return result;
}

// What was tried holds for the document as it was.
useProject.subscribe((now, before) => {
  if (now.document !== before.document) lookAtEdit(null);
  else if (now.revision !== before.revision && useGroundTrial.getState().request) {
    useGroundTrial.setState({ outcome: null });
    void workOut();
  }
});
