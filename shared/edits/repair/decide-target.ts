import type { DocumentView } from '#shared/model/document-view.ts';
import type { FixTarget } from '#shared/model/fix.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { GroundChoice } from '#shared/topology/repair/ground-decision.ts';
import type { Refusal } from './ground-patch.ts';
import { reground, type RegroundRequest } from './reground.ts';
import { targetGround } from './target-ground.ts';

/** A finding of ground and the day of the check that told it, as all commands on ground take it. */
export interface GroundFix {
  target: FixTarget;
  /** `YYYY-MM-DD`. */
  on: string;
}

/** The patch that carries one choice out on the ground of one finding. */
export function decideTarget(
  document: DocumentView,
  { target, on }: GroundFix,
  choice: GroundChoice,
  newRecord?: RegroundRequest['newRecord'],
): { patch: Patch } | Refusal {
  const ground = targetGround(target);
  if (!ground) return { refused: 'edit.repairRefused.noGround' };
  const { issueClasses } = target;
  return reground(document, {
    decisions: [{ ground, choice }],
    mendIds: [],
    issueClasses,
    on,
    ...(newRecord && { newRecord }),
  });
}
