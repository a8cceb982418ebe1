import { runJob } from '#renderer/jobs/run-job.ts';
import { groupFiles, partFiles } from '#shared/formats/source/group-files.ts';
import type { DataFile } from '#shared/host/host.ts';
import type { ParsedFile } from '#shared/jobs/parse-import.ts';
import { type Ground, projectGround } from './project-ground.ts';
import { putAway } from './put-away.ts';

/** A file that is being read before the dialog asks for it. */
export interface Ahead {
  key: string;
  parsed: Promise<ParsedFile>;
  /** What it is held against. */
  ground: Ground;
}

const ahead = new WeakMap<Blob, Ahead>();
/** What ends each reading that goes on, by the keys of the files. */
const readings = new Map<string, AbortController>();

/** Starts the worker that reads, while the user looks for a file. */
export function prepareReading(): void {
  runJob('forgetImport', { keys: [] }).catch(console.error);
}

/**
 * Begins to read files before there is a dialog, or even a project, for them, held against the ground that is
 * there. The files come back out of the window's memory; `forget` ends that and lets go of what was read where
 * no dialog will.
 */
export async function readAhead(
  files: readonly DataFile[],
): Promise<{ files: DataFile[]; forget: () => void }> {
  const away = await Promise.all(
    files.map(async ({ name, bytes }) => ({ name, bytes: await putAway(bytes) })),
  );
  const ground = projectGround();
  const keys: string[] = [];
  for (const { name, bytes, parts } of groupFiles(away)) {
    const key = crypto.randomUUID();
    const input = { name, bytes, parts: partFiles(name, parts), reference: [...ground], key };
    const reading = new AbortController();
    const parsed = runJob('parseImport', input, { signal: reading.signal });
    readings.set(key, reading);
    // A failure is told where the dialog takes it up.
    const end = () => readings.delete(key);
    parsed.then(end, end);
    ahead.set(bytes, { key, parsed, ground });
    keys.push(key);
  }
  const forget = () => {
    for (const { bytes } of away) ahead.delete(bytes);
    forgetRead(keys);
  };
  return { files: away, forget };
}

/** Lets the worker go of the files of these keys: of what it has read, and of what it still reads ahead. */
export function forgetRead(keys: readonly string[]): void {
  if (keys.length === 0) return;
  for (const key of keys) readings.get(key)?.abort();
  runJob('forgetImport', { keys: [...keys] }).catch(console.error);
}

/** What was begun of a file, to be taken up once; undefined for most. */
export function takeAhead(bytes: Blob): Ahead | undefined {
  const begun = ahead.get(bytes);
  ahead.delete(bytes);
  return begun;
}
