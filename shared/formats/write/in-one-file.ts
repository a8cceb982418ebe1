import type { WrittenFile } from './writer.ts';

/** The one file of a result, or a zip of its several. */
export async function inOneFile(files: readonly WrittenFile[], name: string): Promise<WrittenFile> {
  const [only] = files;
  if (only && files.length === 1) return only;
  const { zipSync } = await import('fflate');
  const entries = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
  return { name: `${name}.zip`, bytes: zipSync(entries) as Uint8Array<ArrayBuffer> };
}
