import { editPlans, whenSaved } from '#renderer/state/project-actions.ts';
import { useProject } from '#renderer/state/project.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { takeOver } from '#shared/edits/commands/take-over.ts';
import { nextTask } from '#shared/jobs/next-task.ts';
import type { MergePlan } from '#shared/merge/plan-merge.ts';
import { joinPlan } from '#shared/merge/plan-slices.ts';
import { type Choice, settle } from '#shared/merge/settle.ts';
import { runSlicedJob } from './run-keep-job.ts';

/** How another copy of the open project would be merged. @throws FormatError, JobError */
export async function planCopy(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string | null,
): Promise<MergePlan> {
  const projectId = useProject.getState().project?.id ?? '';
  await whenSaved();
  const plan = joinPlan(await runSlicedJob('merge', { projectId, bytes, passphrase }));
  // What is shown of it comes in a task of its own.
  await nextTask();
  return plan;
}

/** Who made the rows of the other copy, each once; '' for nobody named. */
export function authorsOf({ rows }: MergePlan): string[] {
  return [...new Set(rows.map(({ author }) => author))];
}

/** Carries a merge out in one edit, with the other copy's rows in the log. */
export function mergeCopy(plan: MergePlan, choices: ReadonlyMap<string, Choice>): CommandResult {
  const authors = authorsOf(plan).filter(Boolean).join('、');
  return editPlans(takeOver, {
    ...settle(plan, choices),
    label: {
      key: authors === '' ? 'edit.merged' : 'edit.mergedFrom',
      params: { count: plan.rows.length, authors },
    },
    merged: plan.rows,
  });
}
