import {
  isStored,
  readStored,
  type StoredProject,
  storeWhole,
} from '#renderer/storage/project-store.ts';
import { tryToWrite } from '#renderer/storage/writer-lock.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import { renameProject } from '#shared/edits/rename-project.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import { projectOf } from '#shared/model/project-of.ts';
import type { AnyRecord } from '#shared/model/record.ts';

/**
 * Stores an unpacked project file and answers the id under which it can be opened. When a project of
 * the same id is here already: the same state is simply that project; a file that carries its log
 * further takes its place; anything else is stored beside it as a copy, so that nothing is lost.
 * @throws StorageError
 */
export async function placeProjectFile(file: StoredProject): Promise<string> {
  const project = projectOf(file.records);
  if (!project) throw new Error('a project file holds a project');
  if (!(await isStored(project.id))) {
    await storeWhole(project.id, file);
    return project.id;
  }
  // What cannot be read stays as it is: then a copy is the safe way.
  const here = await readStored(project.id).catch(() => null);
  if (here && isPrefix(here.audit, file.audit)) {
    const isLonger = here.audit.length < file.audit.length;
    if (isLonger && (await replaceUnlessOpen(project.id, file))) return project.id;
    if (!isLonger && sameRecords(here.records, file.records)) return project.id;
  }
  return placeCopy(file);
}

/** Stores the project as another one, whatever is here. Answers its id. @throws StorageError */
export async function placeCopy(file: StoredProject): Promise<string> {
  const id = crypto.randomUUID();
  await storeWhole(id, renameProject(file, projectOf(file.records)?.id ?? '', id));
  return id;
}

/** Puts the file in the place of what is stored; false when another window is writing there. */
async function replaceUnlessOpen(id: string, file: StoredProject): Promise<boolean> {
  const giveBack = await tryToWrite(id);
  if (!giveBack) return false;
  try {
    await storeWhole(id, file);
    return true;
  } finally {
    await giveBack();
  }
}

function isPrefix(shorter: readonly AuditRow[], longer: readonly AuditRow[]): boolean {
  return shorter.length <= longer.length && shorter.every((row, i) => row.id === longer[i]?.id);
}

function sameRecords(a: readonly AnyRecord[], b: readonly AnyRecord[]): boolean {
  const byId = new Map(b.map((record) => [record.id, record]));
  return a.length === b.length && a.every((record) => sameRecord(record, byId.get(record.id)));
}
