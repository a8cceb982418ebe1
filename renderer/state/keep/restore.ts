import { getHost } from '#renderer/host/host.ts';
import { editPlans, openProject, whenSaved } from '#renderer/state/project-actions.ts';
import { useProject } from '#renderer/state/project.ts';
import type { CommandResult } from '#shared/edits/command.ts';
import { takeOver } from '#shared/edits/commands/take-over.ts';
import { joinSlices } from '#shared/edits/row-slices.ts';
import { withPassphrase } from '#renderer/state/passphrase.ts';
import type { BackupFile, Comparison } from './keep-jobs.ts';
import type { Backup } from './keep-state.ts';
import { trustAsItStands } from './keeper.ts';
import { runKeepJob, runSlicedJob } from './run-keep-job.ts';

/**
 * Reads a backup and does something with it; a sealed one whose key is not on this machine asks for its
 * passphrase. Null when the user gave up.
 */
async function withBackup<T>(
  { projectId, name }: Backup,
  work: (file: BackupFile) => Promise<T>,
): Promise<T | null> {
  const bytes = await (await getHost()).readBackup({ projectId, name });
  const known = passphrases.get(`${projectId} ${name}`) ?? null;
  if (known !== null) return work({ bytes, of: projectId, passphrase: known });
  const read = await withPassphrase(name, (passphrase) =>
    work({ bytes, of: projectId, passphrase }),
  );
  if (!read) return null;
  if (read.passphrase !== null) passphrases.set(`${projectId} ${name}`, read.passphrase);
  return read.done;
}

/** Passphrases typed for backups in this window, so that looking and restoring ask once. */
const passphrases = new Map<string, string>();

/** What would change in the open project; null when none is open or the passphrase was not given. @throws HostError, FormatError */
export async function compareBackup(backup: Backup): Promise<Comparison | null> {
  const projectId = useProject.getState().project?.id;
  if (!projectId) return null;
  await whenSaved();
  return withBackup(backup, (file) => runKeepJob('compare', { projectId, file }));
}

/**
 * Restores a backup as a project beside the others and opens it; of a sealed one the project has a
 * passphrase, too. Answers whether it was done. @throws HostError, FormatError
 */
export async function restoreAsCopy(backup: Backup): Promise<boolean> {
  const id = await withBackup(backup, (file) => runKeepJob('copy', file));
  if (id === null) return false;
  await openProject(id);
  return true;
}

/**
 * Takes the open project back to a backup in one edit, which can be undone. All records are what the backup
 * says then, which was sound when it was read: whatever had been damaged before counts no more. @throws HostError, FormatError
 */
export async function restoreHere(backup: Backup, when: string): Promise<CommandResult> {
  const projectId = useProject.getState().project?.id;
  if (!projectId) return { refused: 'edit.refused.notReady' };
  await whenSaved();
  const slices = await withBackup(backup, (file) => runSlicedJob('restore', { projectId, file }));
  if (!slices) return { refused: 'storage.file.locked' };
  const { patch } = joinSlices(slices);
  const result = editPlans(takeOver, { patch, label: { key: 'edit.restored', params: { when } } });
  // Where it fails the next look says so.
  if ('patch' in result) void trustAsItStands().catch((error: unknown) => console.warn(error));
  return result;
}
