import { BadInput } from './bad-input.ts';
import { readBytes } from './read-bytes.ts';

/** Text of a UTF-8 file, without byte order mark; `emptyKey` names the words for a file without any. @throws BadInput saying why it cannot be had */
export async function readText(file: string, emptyKey = 'empty'): Promise<string> {
  const bytes = await readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput('notUtf8', { file });
  }
  if (text.trim() === '') throw new BadInput(emptyKey, { file });
  return text;
}
