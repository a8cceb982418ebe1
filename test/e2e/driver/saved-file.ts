import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

/**
 * What the app wrote to `path`. The menu returns before the writing is done; the file appears whole
 * or not at all, so the first content read is all of it. @throws Error when nothing is written.
 */
export async function savedFile(path: string): Promise<Buffer> {
  let bytes: Buffer | null = null;
  await expect(async () => {
    bytes = await readFile(path);
  }).toPass({ timeout: 60_000 });
  return bytes ?? Buffer.alloc(0);
}
