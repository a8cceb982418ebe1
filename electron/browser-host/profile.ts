import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const profileSchema = z.object({
  /** Chosen once: the browser keeps data per address, and the port is part of it. */
  port: z.int().min(1024).max(65535).nullable(),
  /** Tells this profile's server from any other program on the same port. */
  id: z.uuid(),
});

export type Profile = z.infer<typeof profileSchema>;

const fileName = 'browser-host.json';

/** Reads the profile in `folder`; a missing or damaged file gives a new one without a port. */
export async function readProfile(folder: string): Promise<Profile> {
  try {
    return profileSchema.parse(JSON.parse(await readFile(join(folder, fileName), 'utf8')));
  } catch {
    return { port: null, id: randomUUID() };
  }
}

/** Writes the profile whole or not at all. @throws Error when the folder cannot be written. */
export async function writeProfile(folder: string, profile: Profile): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${fileName}.new`);
  await writeFile(temporary, `${JSON.stringify(profile, null, 2)}\n`);
  await rename(temporary, join(folder, fileName));
}
