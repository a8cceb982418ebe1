import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * Where `path` (decoded, `/` between folders) would lie below `folder`. Null when it would lead
 * outside, by `..`, by a drive or by a root. The disk is not asked.
 */
export function pathBelow(folder: string, path: string): string | null {
  if (path === '' || /[\\:\0]/.test(path) || isAbsolute(path)) return null;
  return path.split('/').includes('..') ? null : resolve(folder, path);
}

/**
 * The real file that `path` names below `folder`. Null when it is not there or would lead outside,
 * by its name or by a symbolic link.
 */
export async function resolveBelow(folder: string, path: string): Promise<string | null> {
  const named = pathBelow(folder, path);
  if (!named) return null;
  try {
    const file = await realpath(named);
    const inside = relative(await realpath(folder), file);
    const leadsOut = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    return inside === '' || leadsOut ? null : file;
  } catch {
    return null;
  }
}
