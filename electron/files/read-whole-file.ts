import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { largestFile } from '#shared/host/channels.ts';
import type { HostFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';
import { fileError } from './file-error.ts';

/**
 * Reads one file into memory.
 * @throws HostError when it cannot be read, is no file, or has more than `limit` bytes.
 */
export async function readWholeFile(path: string, limit = largestFile): Promise<HostFile> {
  const name = basename(path);
  try {
    await using file = await open(path, 'r');
    const status = await file.stat();
    if (!status.isFile()) throw new HostError('host.read.notFile', { name });
    if (status.size > limit) throw new HostError('host.read.tooLarge', { name });
    const content = await file.readFile();
    // The file may have grown since it was measured.
    if (content.byteLength > limit) throw new HostError('host.read.tooLarge', { name });
    // A copy of its own: a small Buffer is a view into memory that Node shares.
    return { name, bytes: new Uint8Array(content) };
  } catch (error) {
    throw fileError('read', name, error);
  }
}
