import { largestFile } from '#shared/host/channels.ts';
import type { DataFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';

/** @throws HostError when a file is larger than any that is taken */
export function checkSize({ name, size }: File): void {
  if (size > largestFile) throw new HostError('browserHost.tooLarge', { name });
}

/**
 * A file as data, unread: a window need not hold what only a worker looks at.
 * @throws HostError when it is too large, or cannot be read, as a folder cannot
 */
export async function asData(file: File): Promise<DataFile> {
  checkSize(file);
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new HostError('browserHost.openFailed', { name: file.name });
  }
  return { name: file.name, bytes: file };
}
