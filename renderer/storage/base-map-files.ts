import * as z from 'zod';

/**
 * Base maps added by the user, kept in the origin's private file system: there they may be larger than
 * memory, and parts of them are read without the rest. One folder each: the file, and what it is called.
 */
const folderName = 'base-maps';
const dataName = 'data';
const factsName = 'facts.json';

const facts = z.object({ name: z.string().min(1).max(255), addedAt: z.string() });

export interface StoredBaseMap {
  id: string;
  /** Name of the file as it was added. */
  name: string;
  addedAt: string;
  file: File;
}

/** Held while a file is copied in, by whatever window does it. */
const lockName = (id: string) => `hengzong-base-map-${id}`;

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

async function read(id: string, handle: FileSystemDirectoryHandle): Promise<StoredBaseMap | null> {
  try {
    const said = await (await handle.getFileHandle(factsName)).getFile();
    const { name, addedAt } = facts.parse(JSON.parse(await said.text()));
    const file = await (await handle.getFileHandle(dataName)).getFile();
    return { id, name, addedAt, file };
  } catch {
    // Without its facts, which are written last, a copy was never finished.
    return null;
  }
}

/** All that are there, the oldest first; copies that were broken off are cleared away. */
export async function listBaseMaps(): Promise<StoredBaseMap[]> {
  const all = await folder();
  const found: StoredBaseMap[] = [];
  for await (const [id, handle] of all.entries()) {
    if (handle.kind !== 'directory') continue;
    const own = handle as FileSystemDirectoryHandle;
    const one = (await read(id, own)) ?? (await readOrClear(all, id, own));
    if (one) found.push(one);
  }
  return found.sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
}

/** What is not whole is cleared away, unless it is just being copied in or was finished meanwhile. */
function readOrClear(
  all: FileSystemDirectoryHandle,
  id: string,
  own: FileSystemDirectoryHandle,
): Promise<StoredBaseMap | null> {
  return navigator.locks.request(lockName(id), { ifAvailable: true }, async (lock) => {
    if (!lock) return null;
    const one = await read(id, own);
    if (!one) await all.removeEntry(id, { recursive: true }).catch(() => {});
    return one;
  });
}

interface Copying {
  signal: AbortSignal;
  progress: (share: number) => void;
}

/**
 * Copies a file in. `progress` is told the share that is there.
 * @throws DOMException when the disk is full (`QuotaExceededError`) or the signal ends it (`AbortError`);
 * nothing is left behind then
 */
export function keepBaseMap(file: File, options: Copying): Promise<StoredBaseMap> {
  const id = crypto.randomUUID();
  return navigator.locks.request(lockName(id), () => copyIn(id, file, options));
}

async function copyIn(
  id: string,
  file: File,
  { signal, progress }: Copying,
): Promise<StoredBaseMap> {
  const all = await folder();
  try {
    const own = await all.getDirectoryHandle(id, { create: true });
    const data = await (await own.getFileHandle(dataName, { create: true })).createWritable();
    let copied = 0;
    const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(part, controller) {
        copied += part.length;
        progress(file.size === 0 ? 1 : copied / file.size);
        controller.enqueue(part);
      },
    });
    await file.stream().pipeThrough(counting).pipeTo(data, { signal });
    const addedAt = new Date().toISOString();
    const words = await (await own.getFileHandle(factsName, { create: true })).createWritable();
    await words.write(JSON.stringify({ name: file.name.slice(0, 255), addedAt }));
    await words.close();
    const kept = await read(id, own);
    if (!kept) throw new Error('the base map cannot be read back');
    return kept;
  } catch (error) {
    await all.removeEntry(id, { recursive: true }).catch(() => {});
    throw error;
  }
}

export async function dropBaseMap(id: string): Promise<void> {
  await (await folder()).removeEntry(id, { recursive: true });
}
