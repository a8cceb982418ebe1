import { HostError } from '#shared/host/host-error.ts';
import { readWholeFile } from '#electron/files/read-whole-file.ts';
import { resourcesFolder } from '#electron/protocol/app-folders.ts';
import { resolveBelow } from '#electron/protocol/resolve-below.ts';

/** A file that ships with the app. @throws HostError when it is not there or lies elsewhere. */
export async function readResource(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await resolveBelow(resourcesFolder(), path);
  if (!file) throw new HostError('host.resourceMissing', { path });
  return (await readWholeFile(file)).bytes;
}
