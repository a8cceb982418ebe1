import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileError, systemCode } from './file-error.ts';

/** Waits before another try, in ms: on Windows a scanner may hold a new file for a moment. */
const retries = [20, 60, 200, 600, 1500];

async function renameWithPatience(from: string, to: string): Promise<void> {
  for (const pause of retries) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(systemCode(error))) throw error;
      await wait(pause);
    }
  }
  await rename(from, to);
}

async function writeThrough(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  await using file = await open(path, 'wx', mode);
  await file.writeFile(bytes);
  await file.sync();
}

/** Who may read and write a file that is to be replaced: whoever could not shall not be able to then. */
async function modeOf(path: string): Promise<number> {
  const usual = 0o666;
  const status = await stat(path).catch(() => null);
  return status ? (status.mode & usual) | 0o600 : usual;
}

/** Makes the renaming itself last. Not every file system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Windows opens no folders; the content itself has been written through already.
  }
}

/**
 * Writes `bytes` to `path` whole or not at all: a new file in the same folder is written through
 * to the disk and then renamed, so that what was there stays until the moment it is replaced.
 * @throws HostError when it failed; the old file is then untouched and nothing is left lying about.
 */
export async function writeFileWhole(path: string, bytes: Uint8Array): Promise<void> {
  // A symbolic link stays a link; what it points to is replaced.
  const target = await realpath(path).catch(() => path);
  const draft = join(dirname(target), `.${randomUUID()}.hengzong-draft`);
  try {
    await writeThrough(draft, bytes, await modeOf(target));
    await renameWithPatience(draft, target);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw fileError('write', basename(path), error);
  }
  await syncFolder(dirname(target));
}
