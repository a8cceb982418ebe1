import * as z from 'zod';

const kept = z.object({ ref: z.uuid(), name: z.string(), sealed: z.boolean() });

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

const sealedKey = (projectId: string) => `hengzong.project-sealed.${projectId}`;

/**
 * Whether the project has a passphrase: it was opened from a sealed file, saved in one or restored from a
 * sealed backup, also when that file cannot be found again, and not saved without one since.
 */
export function isSealedProject(projectId: string): boolean {
  return (
    localStorage.getItem(sealedKey(projectId)) !== null || projectFileOf(projectId)?.sealed === true
  );
}

/** Notes that the project has a passphrase; `null` that it has none any more. */
export function noteSealed(projectId: string, sealed: 'sealed' | 'with-old-backups' | null): void {
  if (sealed === null) localStorage.removeItem(sealedKey(projectId));
  else localStorage.setItem(sealedKey(projectId), sealed);
}

/** Whether backups that were written before the project had a passphrase may still be unsealed. */
export function hasOldBackups(projectId: string): boolean {
  return isSealedProject(projectId) && localStorage.getItem(sealedKey(projectId)) !== 'sealed';
}

/** Notes where the project was saved or opened; a file the host cannot find again (null) is not noted. */
export function noteProjectFile(
  projectId: string,
  file: { ref: string | null | undefined; name: string },
  passphrase: string | null,
): void {
  if (passphrase === null) passphrases.delete(projectId);
  else passphrases.set(projectId, passphrase);
  localStorage.setItem(savedKey(projectId), String(Date.now()));
  if (!file.ref) {
    localStorage.removeItem(keyOf(projectId));
    return;
  }
  const { ref, name } = file;
  const noted: ProjectFile = { ref, name, sealed: passphrase !== null };
  localStorage.setItem(keyOf(projectId), JSON.stringify(noted));
}

/** Passphrase under which the project's file was opened or saved in this window. */
export function passphraseOf(projectId: string): string | null {
  return passphrases.get(projectId) ?? null;
}
