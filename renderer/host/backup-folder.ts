import type { BackupPlace, BackupRef } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';
import { readBackupName } from '#shared/keep/backup-name.ts';
import { id } from '#shared/model/primitives.ts';
import { writeHandle } from './file-picker.ts';
import { keptHandles, permission, rememberHandle } from './handle-store.ts';

/** The picker of folders, which TypeScript does not know; Chromium alone has it. */
interface FolderAccess {
  showDirectoryPicker?(options: {
    id: string;
    mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

const access = globalThis as FolderAccess;

async function chosen(): Promise<FileSystemDirectoryHandle | null> {
  const [kept] = await keptHandles('backups');
  return (kept?.handle as FileSystemDirectoryHandle | undefined) ?? null;
}

async function placeOf(ask: boolean): Promise<BackupPlace> {
  const folder = await chosen();
  if (folder) {
    const state = await permission(folder, 'readwrite', ask);
    if (state !== 'denied') {
      return { state: state === 'granted' ? 'ready' : 'ask', name: folder.name };
    }
  }
  return { state: access.showDirectoryPicker ? 'none' : 'unsupported', name: '' };
}

/** The folder, when it may be written without asking. @throws HostError */
async function ready(): Promise<FileSystemDirectoryHandle> {
  const folder = await chosen();
  if (!folder || (await permission(folder, 'readwrite', false)) !== 'granted') {
    throw new HostError('host.write.denied', { name: folder?.name ?? '' });
  }
  return folder;
}

async function handleOf(backup: BackupRef): Promise<FileSystemFileHandle> {
  const folder = await (await ready()).getDirectoryHandle(backup.projectId);
  return folder.getFileHandle(backup.name);
}

const missing = ({ name }: BackupRef) => new HostError('host.read.missing', { name });

/** Backups in a folder that the user has shown to the browser, by project as in Electron. */
export const backupFolder = {
  place: () => placeOf(false),

  /** Grants the folder chosen before again, else lets the user choose one. */
  async choose(): Promise<BackupPlace> {
    const before = await placeOf(true);
    if (before.state === 'ready' || !access.showDirectoryPicker) return before;
    try {
      const folder = await access.showDirectoryPicker({ id: 'backups', mode: 'readwrite' });
      await rememberHandle(folder, 'backups');
      return { state: 'ready', name: folder.name };
    } catch {
      // Cancelled, or refused by the browser: nothing has changed.
      return before;
    }
  },

  async list(): Promise<(BackupRef & { bytes: number })[]> {
    const folder = await ready().catch(() => null);
    const found: (BackupRef & { bytes: number })[] = [];
    if (!folder) return found;
    try {
      for await (const [projectId, inside] of folder.entries()) {
        if (inside.kind !== 'directory' || !id.safeParse(projectId).success) continue;
        for await (const [name, file] of (inside as FileSystemDirectoryHandle).entries()) {
          if (file.kind !== 'file' || !readBackupName(name)) continue;
          const { size } = await (file as FileSystemFileHandle).getFile();
          // An empty one was being written when the browser went.
          if (size > 0) found.push({ projectId, name, bytes: size });
        }
      }
    } catch {
      throw missing({ projectId: '', name: folder.name });
    }
    return found;
  },

  async write(backup: BackupRef & { bytes: Uint8Array<ArrayBuffer> }): Promise<void> {
    let file: FileSystemFileHandle;
    try {
      const folder = await ready();
      const own = await folder.getDirectoryHandle(backup.projectId, { create: true });
      file = await own.getFileHandle(backup.name, { create: true });
    } catch (error) {
      if (error instanceof HostError) throw error;
      throw new HostError('browserHost.saveFailed', { name: backup.name });
    }
    await writeHandle(file, backup.bytes);
  },

  async read(backup: BackupRef): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return new Uint8Array(await (await (await handleOf(backup)).getFile()).arrayBuffer());
    } catch {
      throw missing(backup);
    }
  },

  async remove({ projectId, name }: BackupRef): Promise<void> {
    try {
      const folder = await (await ready()).getDirectoryHandle(projectId);
      await folder.removeEntry(name);
    } catch {
      // Gone already, or not ours to remove: one backup too many does no harm.
    }
  },
};
