import { largestFile } from '#shared/host/channels.ts';
import type { HostFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';

/**
 * Dropped files, read whole.
 * @throws HostError when one is too large or cannot be read, as a folder cannot.
 */
export function readDropped(files: readonly File[]): Promise<HostFile[]> {
  return Promise.all(
    files.map(async (file) => {
      if (file.size > largestFile) throw new HostError('browserHost.tooLarge', { name: file.name });
      try {
        return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      } catch {
        throw new HostError('browserHost.openFailed', { name: file.name });
      }
    }),
  );
}
