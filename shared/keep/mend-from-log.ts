import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import type { IntegrityProblem } from './check-integrity.ts';
import type { TableProblem } from './check-tally.ts';

/** Whether a problem is about a record of which the log tells how it ought to be. */
export const isToldByLog = (
  problem: IntegrityProblem | TableProblem,
): problem is IntegrityProblem =>
  'stored' in problem && (problem.stored !== null || problem.logged !== null);

/** The change that makes every record what the log says it is; other problems are left to the user. */
export function mendFromLog(problems: readonly IntegrityProblem[]): Patch {
  const patch = emptyPatch();
  for (const { id, stored, logged } of problems) {
    if (stored && logged) patch.updated[id] = [stored, logged];
    else if (logged) patch.added[id] = logged;
    else if (stored) patch.removed[id] = stored;
  }
  return patch;
}
