import { statfs } from 'node:fs/promises';

/** Bytes that a user may still write on the disk that holds `folder`; null when the system does not say. */
export async function freeSpace(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
