import type { FileFilter, HostFile, RecentFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';
import { download, pickPlace, readChosen, writeHandle } from './file-picker.ts';
import { keptHandles, mostKept, permission, rememberHandle } from './handle-store.ts';

/** Null when the file is not on the list any more. */
async function handleOf(ref: string): Promise<FileSystemFileHandle | null> {
  const kept = (await keptHandles('file')).find((one) => one.ref === ref);
  return (kept?.handle as FileSystemFileHandle | undefined) ?? null;
}

async function stateOf(handle: FileSystemFileHandle): Promise<RecentFile['state']> {
  if ((await permission(handle, 'read', false)) !== 'granted') return 'unknown';
  try {
    await handle.getFile();
    return 'there';
  } catch {
    return 'missing';
  }
}

/** Project files opened or saved before; a browser tells their names, not where they lie. */
export async function listRecentFiles(): Promise<RecentFile[]> {
  const kept = await keptHandles('file');
  return Promise.all(
    kept.slice(0, mostKept).map(async ({ ref, handle, opened }): Promise<RecentFile> => {
      const state = await stateOf(handle as FileSystemFileHandle);
      return { ref, name: handle.name, folder: '', opened, state };
    }),
  );
}

/** Opens such a file again, once the user grants it. @throws HostError */
export async function openRecentFile(ref: string): Promise<HostFile> {
  const handle = await handleOf(ref);
  if (!handle) throw new HostError('host.read.missing', { name: '' });
  if ((await permission(handle, 'read', true)) !== 'granted') {
    throw new HostError('host.read.denied', { name: handle.name });
  }
  let file: File;
  try {
    file = await handle.getFile();
  } catch {
    throw new HostError('host.read.missing', { name: handle.name });
  }
  await rememberHandle(handle);
  return { ...(await readChosen(file)), ref };
}

/**
 * Writes a project file where it was before, else where the user chooses: also when that place has been
 * taken off the list. @throws HostError
 */
export async function saveProjectFile(
  suggestedName: string,
  filters: FileFilter[],
  bytes: Uint8Array<ArrayBuffer>,
  ref: string | null,
): Promise<{ name: string; ref: string | null } | null> {
  const known = ref === null ? null : await handleOf(ref);
  const place = known ?? (await pickPlace(suggestedName, filters));
  if (place === null) return null;
  if (place === 'download') return { name: download(suggestedName, bytes), ref: null };
  if ((await permission(place, 'readwrite', true)) !== 'granted') {
    throw new HostError('host.write.denied', { name: place.name });
  }
  await writeHandle(place, bytes);
  return { name: place.name, ref: await rememberHandle(place) };
}
