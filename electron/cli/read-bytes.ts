import { readFile } from 'node:fs/promises';
import { BadInput } from './bad-input.ts';

/** Content of a file. @throws BadInput saying why it cannot be had */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new BadInput('notFound', { file });
    if (code === 'EISDIR') throw new BadInput('directory', { file });
    throw new BadInput('unreadable', { file, reason: code });
  }
}
