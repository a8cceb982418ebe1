import { BadInput } from './bad-input.ts';
import { readBytes } from './read-bytes.ts';

/** Text of a UTF-8 file, without byte order mark. @throws BadInput saying why it cannot be had */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput('notUtf8', { file });
  }
  if (text.trim() === '') throw new BadInput('empty', { file });
  return text;
}
