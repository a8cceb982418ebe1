import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import * as z from 'zod';
import type { RecentFile } from '#shared/host/host.ts';
import { readJson, writeJson } from './json-file.ts';

const mostRemembered = 20;

const entries = z.array(
  z.strictObject({ ref: z.uuid(), path: z.string().min(1), opened: z.number() }),
);
type Entry = z.infer<typeof entries>[number];

const file = () => join(app.getPath('userData'), 'recent-files.json');

/** Read once, so that two files noted at the same time do not lose each other. */
let known: Entry[] | null = null;
const list = () => (known ??= readJson(file(), entries, []));

async function keep(changed: Entry[]): Promise<void> {
  known = changed;
  await writeJson(file(), changed);
}

/** Notes a project file as used just now; answers by what a window can name it. */
export async function rememberFile(path: string): Promise<string> {
  const ref = list().find((entry) => entry.path === path)?.ref ?? randomUUID();
  const others = list().filter((entry) => entry.ref !== ref);
  await keep([{ ref, path, opened: Date.now() }, ...others].slice(0, mostRemembered));
  return ref;
}

/** Where a remembered file lies; null when it is not remembered any more. */
export function pathOfRecent(ref: string): string | null {
  return list().find((one) => one.ref === ref)?.path ?? null;
}

/** Takes a file off the list; the file itself stays. */
export async function forgetRecent(ref: string): Promise<void> {
  await keep(list().filter((entry) => entry.ref !== ref));
}

/** All remembered project files, the last one first, and whether they are still there. */
export async function listRecent(): Promise<RecentFile[]> {
  return Promise.all(
    list().map(async ({ ref, path, opened }): Promise<RecentFile> => {
      const state = await access(path).then(
        () => 'there' as const,
        () => 'missing' as const,
      );
      return { ref, name: basename(path), folder: dirname(path), opened, state };
    }),
  );
}
