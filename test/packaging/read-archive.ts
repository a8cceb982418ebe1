import { readFile } from 'node:fs/promises';

interface Folder {
  files: Record<string, Folder | { size: number }>;
}

function paths(folder: Folder, above: string): string[] {
  return Object.entries(folder.files).flatMap(([name, entry]) => {
    const path = above === '' ? name : `${above}/${name}`;
    return 'files' in entry ? paths(entry, path) : [path];
  });
}

/**
 * Paths of all files in an asar archive, sorted. The archive begins with four little-endian 32-bit
 * lengths, the last of which is that of the JSON that follows (Chromium's Pickle format).
 */
export async function archivePaths(file: string): Promise<string[]> {
  const bytes = await readFile(file);
  const length = bytes.readUInt32LE(12);
  const header = JSON.parse(bytes.subarray(16, 16 + length).toString('utf8')) as Folder;
  return paths(header, '').toSorted();
}
