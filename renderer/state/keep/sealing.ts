import { isSealedProject, noteSealed } from '#renderer/state/project-file.ts';
import { dropBackupKey, keepBackupKey } from '#renderer/storage/backup-keys.ts';
import { useKeep } from './keep-state.ts';

/**
 * From now on the project's backups are sealed with its passphrase, too; those that are there are to be
 * sealed. Where the key cannot be kept no backup is written, and the status bar asks for the passphrase.
 */
export async function sealFromNow(projectId: string, passphrase: string): Promise<void> {
  if (!isSealedProject(projectId)) noteSealed(projectId, 'with-old-backups');
  try {
    await keepBackupKey(projectId, passphrase);
    useKeep.setState({ locked: false });
  } catch (error) {
    console.warn(error);
  }
}

/** The user has saved the project without a passphrase: its backups have none either, unless its key cannot be dropped. */
export async function unsealFromNow(projectId: string): Promise<void> {
  try {
    await dropBackupKey(projectId);
    noteSealed(projectId, null);
    useKeep.setState({ locked: false });
  } catch (error) {
    console.warn(error);
  }
}
