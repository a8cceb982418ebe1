import { getHost } from '#renderer/host/host.ts';
import { editPlans, openProject, whenSaved } from '#renderer/state/project-actions.ts';
import { useProject } from '#renderer/state/project.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { takeOver } from '#shared/edits/commands/take-over.ts';
import type { Comparison } from './keep-jobs.ts';
import type { Backup } from './keep-state.ts';
import { runKeepJob } from './run-keep-job.ts';

async function bytesOf({ projectId, name }: Backup): Promise<Uint8Array<ArrayBuffer>> {
  return (await getHost()).readBackup({ projectId, name });
}

/** What would change in the open project; null when none is open. @throws HostError, FormatError */
export async function compareBackup(backup: Backup): Promise<Comparison | null> {
  const projectId = useProject.getState().project?.id;
  if (!projectId) return null;
  await whenSaved();
  return runKeepJob('compare', { projectId, bytes: await bytesOf(backup) });
}

/** Restores a backup as a project beside the others and opens it. @throws HostError, FormatError */
export async function restoreAsCopy(backup: Backup): Promise<void> {
  await openProject(await runKeepJob('copy', await bytesOf(backup)));
}

/** Takes the open project back to a backup in one edit, which can be undone. @throws HostError, FormatError */
export async function restoreHere(backup: Backup, when: string): Promise<CommandResult> {
  const projectId = useProject.getState().project?.id;
  if (!projectId) return { refused: 'edit.refused.notReady' };
  await whenSaved();
  const patch = await runKeepJob('restore', { projectId, bytes: await bytesOf(backup) });
  return editPlans(takeOver, { patch, label: { key: 'edit.restored', params: { when } } });
}
