import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { writeFileWhole } from './write-file-whole.ts';

/** Reads a small settings file; `fallback` when it is missing, damaged or of another shape. */
export function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  fallback: z.infer<Schema>,
): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return fallback;
  }
}

const lastWrites = new Map<string, Promise<void>>();

/**
 * Writes a small settings file after the writes to it that are under way. A failure is logged and
 * no more: the app works without remembered settings.
 */
export function writeJson(path: string, value: unknown): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  const write = (lastWrites.get(path) ?? Promise.resolve())
    .then(() => writeFileWhole(path, bytes))
    .catch((error: unknown) => console.error(error));
  lastWrites.set(path, write);
  return write;
}
