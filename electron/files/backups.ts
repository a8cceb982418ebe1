import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { BackupPlace, BackupRef } from '#shared/host/host.ts';
import { readBackupName } from '#shared/keep/backup-name.ts';
import { id } from '#shared/model/primitives.ts';
import { fileError, systemCode } from './file-error.ts';
import { readWholeFile } from './read-whole-file.ts';
import { writeFileWhole } from './write-file-whole.ts';

const folder = () => join(app.getPath('userData'), 'backups');

/** A folder for each project; both names have been checked, so that neither leads elsewhere. */
const pathOf = ({ projectId, name }: BackupRef) => join(folder(), projectId, name);

/** Always the user's data folder: whoever can read it can read the database, too. */
export function backupPlace(): BackupPlace {
  return { state: 'ready', name: folder() };
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw fileError('read', path, error);
  }
}

/** All backups of all projects. @throws HostError */
export async function listBackups(): Promise<(BackupRef & { bytes: number })[]> {
  const found: (BackupRef & { bytes: number })[] = [];
  for (const projectId of await namesIn(folder())) {
    if (!id.safeParse(projectId).success) continue;
    for (const name of await namesIn(join(folder(), projectId))) {
      if (!readBackupName(name)) continue;
      const status = await stat(pathOf({ projectId, name })).catch(() => null);
      if (status?.isFile()) found.push({ projectId, name, bytes: status.size });
    }
  }
  return found;
}

/** Writes a backup whole or not at all. @throws HostError */
export async function writeBackup(
  backup: BackupRef & { bytes: Uint8Array<ArrayBuffer> },
): Promise<void> {
  try {
    await mkdir(join(folder(), backup.projectId), { recursive: true });
  } catch (error) {
    throw fileError('write', backup.name, error);
  }
  await writeFileWhole(pathOf(backup), backup.bytes);
}

/** @throws HostError when it is not there or cannot be read */
export async function readBackup(backup: BackupRef): Promise<Uint8Array<ArrayBuffer>> {
  return (await readWholeFile(pathOf(backup))).bytes;
}

/** Removes a backup; one that is gone already is no error. @throws HostError */
export async function removeBackup(backup: BackupRef): Promise<void> {
  try {
    await rm(pathOf(backup), { force: true });
  } catch (error) {
    throw fileError('write', backup.name, error);
  }
}
