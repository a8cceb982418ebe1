import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import type { IntegrityProblem } from './check-integrity.ts';

/** Whether the log tells how the record ought to be. */
export const isToldByLog = ({ stored, logged }: IntegrityProblem): boolean =>
  stored !== null || logged !== null;

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
