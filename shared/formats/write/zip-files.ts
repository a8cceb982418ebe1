import { zipSync } from 'fflate';
import type { WrittenFile } from './writer.ts';

/** Zip times carry no zone: local midnight gives the same bytes everywhere. */
export const fixedTime = new Date(2020, 0, 1);

/** Several files as one zip; the same files give the same bytes, always and everywhere. */
export function zipFiles(files: readonly WrittenFile[], name: string): WrittenFile {
  const parts = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
  return { name: `${name}.zip`, bytes: zipSync(parts, { level: 6, mtime: fixedTime }) };
}
