import { Dexie, type EntityTable } from 'dexie';
import * as z from 'zod';
import { project } from '#shared/model/project.ts';
import { freshLog } from './fresh-log.ts';
import { clearLeftOver, holdsNothing } from './left-over.ts';
import { patiently } from './patiently.ts';
import { ProjectDatabase, storedProjectIds } from './project-database.ts';
import { toStorageError } from './storage-error.ts';

const projectEntry = z.object({
  id: z.uuid(),
  name: z.string(),
  /** When it was last opened, in milliseconds since 1970. */
  opened: z.number(),
  /** True for the sample: people, zones and issues are made up. */
  invented: z.boolean(),
});
/** One line of the list of projects on this machine. */
export type ProjectEntry = z.infer<typeof projectEntry>;

class Registry extends Dexie {
  declare projects: EntityTable<ProjectEntry, 'id'>;

  constructor() {
    super('hengzong', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ projects: 'id' });
  }
}

async function withRegistry<T>(work: (registry: Registry) => Promise<T>): Promise<T> {
  const registry = new Registry();
  try {
    return await work(registry);
  } finally {
    registry.close();
  }
}

/** Notes a project in the list, or changes its line. @throws StorageError */
export async function noteProject(entry: ProjectEntry): Promise<void> {
  try {
    await freshLog();
    await withRegistry((registry) => registry.projects.put(entry));
  } catch (error) {
    throw toStorageError(error, 'cannot-write');
  }
}

/** Takes a project off the list; its database is deleted elsewhere. @throws StorageError */
export async function forgetProject(id: string): Promise<void> {
  try {
    await freshLog();
    await withRegistry((registry) => registry.projects.delete(id));
  } catch (error) {
    throw toStorageError(error, 'cannot-write');
  }
}

/**
 * All projects on this machine, last opened first. The databases themselves decide: a line without
 * one is left out, one without a line (the list was lost) is read for its name. Databases
 * without line and content are left over from a project that was never stored, and cleared away.
 * The first thing that a planner asks for: whatever is written by it later, files and folders that its
 * host remembers too, comes into a fresh log.
 * @throws StorageError
 */
export async function listStoredProjects(): Promise<ProjectEntry[]> {
  try {
    await freshLog();
    // Opened first: while the files are not to be had yet, opening fails and is tried again, whereas the
    // list of databases might be told as empty.
    const lines = await patiently(() => withRegistry((registry) => registry.projects.toArray()));
    const ids = await patiently(storedProjectIds);
    const byId = new Map<string, ProjectEntry>();
    for (const line of lines) {
      const parsed = projectEntry.safeParse(line);
      if (parsed.success) byId.set(parsed.data.id, parsed.data);
    }
    const entries: ProjectEntry[] = [];
    for (const id of ids) {
      const line = byId.get(id);
      if (line) entries.push(line);
      else if (await holdsNothing(id)) await clearLeftOver(id);
      else entries.push(await readEntry(id));
    }
    return entries.sort((a, b) => b.opened - a.opened);
  } catch (error) {
    throw toStorageError(error, 'cannot-open');
  }
}

/** The line of a project as its own database tells it; damaged ones are listed under their id. */
async function readEntry(id: string): Promise<ProjectEntry> {
  const database = new ProjectDatabase(id);
  let name = id;
  let invented = false;
  try {
    await database.openStored();
    const [first] = await database.recordTable('project').toArray();
    const parsed = project.safeParse(first);
    if (parsed.success) ({ name, invented } = parsed.data);
  } catch {
    // It stays in the list under its id: opening it says what is wrong with it.
  } finally {
    database.close();
  }
  return { id, name, opened: 0, invented };
}
