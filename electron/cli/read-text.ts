import { readFile } from 'node:fs/promises';
import { BadInput } from './bad-input.ts';

/** Text of a UTF-8 file, without byte order mark. @throws BadInput saying why it cannot be had */
export async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new BadInput('notFound', { file });
    if (code === 'EISDIR') throw new BadInput('directory', { file });
    throw new BadInput('unreadable', { file, reason: code });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput('notUtf8', { file });
  }
  if (text.trim() === '') throw new BadInput('empty', { file });
  return text;
}
