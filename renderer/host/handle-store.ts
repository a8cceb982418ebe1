/** A file or folder that the user has shown, kept so that it can be used again. */
export interface KeptHandle<Handle extends FileSystemHandle = FileSystemHandle> {
  ref: string;
  handle: Handle;
  /** In milliseconds since 1970. */
  opened: number;
}

/** So many handles of each use are kept, the newest. */
export const mostKept = 20;

/** What handles are kept for. */
export type HandleUse = 'file' | 'backups';

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

/** Handles can be kept in IndexedDB alone: they are no text. */
async function inStore<T>(
  use: HandleUse,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open('hengzong-handles', 1);
  opening.onupgradeneeded = () => {
    for (const name of ['file', 'backups']) {
      opening.result.createObjectStore(name, { keyPath: 'ref' });
    }
  };
  const database = await result(opening);
  try {
    return await result(work(database.transaction(use, mode).objectStore(use)));
  } finally {
    database.close();
  }
}

/** All handles of a use, the last one first. */
export async function keptHandles(use: HandleUse): Promise<KeptHandle[]> {
  const all = (await inStore(use, 'readonly', (store) => store.getAll())) as KeptHandle[];
  return all.sort((a, b) => b.opened - a.opened);
}

/** Keeps a handle, under the name that it has already when it is known; the oldest make room. */
export async function rememberHandle(
  handle: FileSystemHandle,
  use: HandleUse = 'file',
): Promise<string> {
  let ref: string = crypto.randomUUID();
  const before = await keptHandles(use);
  for (const kept of before) if (await kept.handle.isSameEntry(handle)) ref = kept.ref;
  const kept: KeptHandle = { ref, handle, opened: Date.now() };
  await inStore(use, 'readwrite', (store) => {
    const others = before.filter((one) => one.ref !== ref);
    for (const old of others.slice(mostKept - 1)) store.delete(old.ref);
    return store.put(kept);
  });
  return ref;
}

export async function forgetHandle(use: HandleUse, ref: string): Promise<void> {
  await inStore(use, 'readwrite', (store) => store.delete(ref));
}

/** The permissions of the File System Access API, which TypeScript does not know. */
interface Permissions {
  queryPermission?(options: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}

/** Whether the handle may be used; with `ask` the user is asked, which needs a click. */
export async function permission(
  handle: FileSystemHandle,
  mode: 'read' | 'readwrite',
  ask: boolean,
): Promise<PermissionState> {
  const permissions = handle as Permissions;
  // Folders of the browser's own have no permissions to ask for.
  const state = (await permissions.queryPermission?.({ mode })) ?? 'granted';
  if (state !== 'prompt' || !ask) return state;
  try {
    return (await permissions.requestPermission?.({ mode })) ?? 'granted';
  } catch {
    return 'prompt';
  }
}
