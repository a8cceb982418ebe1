import { editPlans } from '#renderer/state/project-actions.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { takeOver } from '#shared/edits/commands/take-over.ts';
import type { IntegrityProblem } from '#shared/keep/check-integrity.ts';
import { mendFromLog } from '#shared/keep/mend-from-log.ts';

/** Makes the records that disagree with the log what it says, in one edit that can be undone. */
export function mendByLog(problems: readonly IntegrityProblem[]): CommandResult {
  return editPlans(takeOver, {
    patch: mendFromLog(problems),
    mends: true,
    label: { key: 'edit.mendedByLog', params: { count: problems.length } },
  });
}
