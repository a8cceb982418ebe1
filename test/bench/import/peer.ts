import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Path of a file of a package to measure against; null where no folder of such packages is named. */
export function peerFile(name: string, file: string): string | null {
  const folder = process.env['HENGZONG_BENCH_PEERS'];
  return folder ? join(folder, 'node_modules', name, file) : null;
}

/**
 * A package to measure against, from the folder that HENGZONG_BENCH_PEERS names (one in which it was
 * installed); null where it is not at hand. None of them is a part of the product.
 */
export async function peer<T>(name: string): Promise<T | null> {
  const folder = process.env['HENGZONG_BENCH_PEERS'];
  if (!folder) return null;
  try {
    const home = join(folder, 'node_modules', name);
    const { module, main } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
      module?: string;
      main?: string;
    };
    const path = createRequire(import.meta.url).resolve(join(home, module ?? main ?? 'index.js'));
    return (await import(pathToFileURL(path).href)) as T;
  } catch {
    return null;
  }
}
