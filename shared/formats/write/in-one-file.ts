import type { WrittenFile } from './writer.ts';

/** The one file of a result, or a zip of its several. */
export async function inOneFile(files: readonly WrittenFile[], name: string): Promise<WrittenFile> {
  const [only] = files;
  if (only && files.length === 1) return only;
  const { zipFiles } = await import('./zip-files.ts');
  return zipFiles(files, name);
}
