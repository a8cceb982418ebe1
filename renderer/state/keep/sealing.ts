import { dropOldSealing, oldSealing, rememberPassphrase } from '#renderer/state/project-file.ts';
import { dropBackupKey, keepBackupKey } from '#renderer/storage/backup-keys.ts';
import type { Sealing } from '#renderer/storage/project-head.ts';
import { withStore } from '#renderer/storage/project-store.ts';
import { useKeep } from './keep-state.ts';

/** What was last read or noted of each project, for when its database cannot be read any more. */
const known = new Map<string, Sealing>();

/**
 * Whether the project has a passphrase: it was opened from a sealed file, saved in one or restored from a
 * sealed backup, also when that file cannot be found again, and not saved without one since. One of which
 * nothing can be learnt is taken to have one.
 */
export async function sealingOf(projectId: string): Promise<Sealing> {
  try {
    const old = oldSealing(projectId);
    const sealing = (await withStore(projectId, (store) => store.sealing())) ?? old;
    if (old) {
      await noteSealing(projectId, sealing);
      dropOldSealing(projectId);
    }
    known.set(projectId, sealing);
    return sealing;
  } catch (error) {
    console.warn(error);
    const last = known.get(projectId);
    return last === undefined ? 'sealed' : last;
  }
}

/** Notes in the project's database that it has a passphrase; `null` that it has none any more. @throws StorageError */
export async function noteSealing(projectId: string, sealing: Sealing): Promise<void> {
  known.set(projectId, sealing);
  await withStore(projectId, (store) => store.noteSealing(sealing));
}

/**
 * From now on the project's backups are sealed with its passphrase, too; those that are there are to be
 * sealed. Where the key cannot be kept no backup is written, and the status bar asks for the passphrase.
 */
export async function sealFromNow(projectId: string, passphrase: string): Promise<void> {
  try {
    if (!(await sealingOf(projectId))) await noteSealing(projectId, 'with-old-backups');
    await keepBackupKey(projectId, passphrase);
    useKeep.setState({ locked: false });
  } catch (error) {
    console.warn(error);
  }
}

/**
 * Gives an open project a passphrase, that of a copy whose content comes into it: also the next file that it
 * is saved in is sealed. @throws StorageError when that cannot be noted, before anything comes in
 */
export async function sealLikeCopy(projectId: string, passphrase: string): Promise<void> {
  await noteSealing(projectId, 'with-old-backups');
  await sealFromNow(projectId, passphrase);
  rememberPassphrase(projectId, passphrase);
}

/** The user has saved the project without a passphrase: its backups have none either, unless its key cannot be dropped. */
export async function unsealFromNow(projectId: string): Promise<void> {
  try {
    await dropBackupKey(projectId);
    await noteSealing(projectId, null);
    useKeep.setState({ locked: false });
  } catch (error) {
    console.warn(error);
  }
}
