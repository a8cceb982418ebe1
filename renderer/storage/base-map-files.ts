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
    const one = await read(id, handle as FileSystemDirectoryHandle);
    if (one) found.push(one);
    else if (!copying.has(id)) await all.removeEntry(id, { recursive: true }).catch(() => {});
  }
  return found.sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
}

const copying = new Set<string>();

/**
 * Copies a file in. `progress` is told the share that is there.
 * @throws DOMException when the disk is full (`QuotaExceededError`) or the signal ends it (`AbortError`);
 * nothing is left behind then
 */
export async function keepBaseMap(
  file: File,
  { signal, progress }: { signal: AbortSignal; progress: (share: number) => void },
): Promise<StoredBaseMap> {
  const id = crypto.randomUUID();
  copying.add(id);
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
  } finally {
    copying.delete(id);
  }
}

export async function dropBaseMap(id: string): Promise<void> {
  await (await folder()).removeEntry(id, { recursive: true });
}
