import * as z from 'zod';

const kept = z.object({ ref: z.uuid(), name: z.string() });

/** The file that a project was last saved in or opened from. */
export type ProjectFile = z.infer<typeof kept>;

const keyOf = (projectId: string) => `hengzong.project-file.${projectId}`;

const savedKey = (projectId: string) => `hengzong.project-saved.${projectId}`;

/** When the project was last saved in a file or opened from one, in milliseconds since 1970; 0 for never. */
export function lastSavedAt(projectId: string): number {
  return Number(localStorage.getItem(savedKey(projectId)) ?? 0);
}

/** Passphrases of the projects' files, for as long as this window is open; they are written nowhere. */
const passphrases = new Map<string, string>();

/** Where the project is saved by Ctrl+S, or null when that has to be asked. */
export function projectFileOf(projectId: string): ProjectFile | null {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(keyOf(projectId)) ?? 'null'));
  } catch {
    return null;
  }
}

const oldSealedKey = (projectId: string) => `hengzong.project-sealed.${projectId}`;

/** Whether a build that kept the mark of a passphrase here, and not in the project's database, has left it. */
export function oldSealing(projectId: string): 'sealed' | 'with-old-backups' | null {
  const mark = localStorage.getItem(oldSealedKey(projectId));
  if (mark !== null) return mark === 'sealed' ? 'sealed' : 'with-old-backups';
  const file = localStorage.getItem(keyOf(projectId)) ?? '';
  return file.includes('"sealed":true') ? 'with-old-backups' : null;
}

/** Forgets that mark; the database has it now, or the project is gone. */
export function dropOldSealing(projectId: string): void {
  localStorage.removeItem(oldSealedKey(projectId));
  const file = projectFileOf(projectId);
  if (file) localStorage.setItem(keyOf(projectId), JSON.stringify(file));
}

/** Notes where the project was saved or opened; a file the host cannot find again (null) is not noted. */
export function noteProjectFile(
  projectId: string,
  file: { ref: string | null | undefined; name: string },
  passphrase: string | null,
): void {
  rememberPassphrase(projectId, passphrase);
  localStorage.setItem(savedKey(projectId), String(Date.now()));
  if (!file.ref) {
    localStorage.removeItem(keyOf(projectId));
    return;
  }
  const { ref, name } = file;
  const noted: ProjectFile = { ref, name };
  localStorage.setItem(keyOf(projectId), JSON.stringify(noted));
}

/** From now on this window saves the project under a passphrase; null: without. */
export function rememberPassphrase(projectId: string, passphrase: string | null): void {
  if (passphrase === null) passphrases.delete(projectId);
  else passphrases.set(projectId, passphrase);
}

/** Passphrase under which the project's file was opened or saved in this window. */
export function passphraseOf(projectId: string): string | null {
  return passphrases.get(projectId) ?? null;
}
