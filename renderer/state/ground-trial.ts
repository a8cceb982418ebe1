import { create } from 'zustand';
import type { GroundMove } from '#shared/analysis/ground-moves.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import type { Document } from '#shared/edits/document.ts';
import { completeRemovals } from '#shared/edits/repair/complete-removals.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
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
  if (sameRecord(useGroundTrial.getState().request, request)) return;
  useGroundTrial.setState({ request, outcome: null });
  void workOut();
}

/** Looks at nothing any more, if this is what is looked at. */
export function lookAwayFrom(request: EditRequest): void {
  if (sameRecord(useGroundTrial.getState().request, request)) lookAtEdit(null);
}

/** Edits are carried out one after the other, in the order in which they were asked for. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Carries out an edit, as it was tried where it is the one that is looked at, else as it is worked out on the
 * document as it is when its turn comes; null when the project is closed meanwhile.
 * @param around given what makes the edit, does it; for those who want to know when
 */
export function carryOutEdit(
  request: EditRequest,
  around: (apply: () => CommandResult) => CommandResult = (apply) => apply(),
): Promise<CommandResult | null> {
  const { document, revision } = useProject.getState();
  const looked = useGroundTrial.getState();
  const known = sameRecord(looked.request, request) ? looked.outcome : null;
  const run = async (): Promise<CommandResult | null> => {
    for (;;) {
      const now = useProject.getState();
      if (!document || now.document !== document) return null;
      // oxlint-disable-next-line no-await-in-loop -- again only where the document has changed meanwhile
      const tried = (now.revision === revision && known) || (await outcomeOf(document, request));
      const after = useProject.getState();
      if (after.document !== document) return null;
      if (after.revision !== now.revision) continue;
      if ('refused' in tried) return tried;
      return around(() =>
        edit((view) => {
          return { ...tried.result, patch: completeRemovals(view, tried.result.patch) };
        }, undefined),
      );
    }
  };
  const mine = turn.then(run);
  turn = mine.catch(() => undefined);
  return mine;
}

// What was tried holds for the document as it was.
useProject.subscribe((now, before) => {
  if (now.document !== before.document) lookAtEdit(null);
  else if (now.revision !== before.revision && useGroundTrial.getState().request) {
    useGroundTrial.setState({ outcome: null });
    void workOut();
  }
});
