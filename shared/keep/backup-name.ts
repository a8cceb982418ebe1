import * as z from 'zod';

const form =
  /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z_(\d{1,9})_([\p{L}\p{N}-]{1,40})\.hengzong$/u;

/** Name of a backup file; nothing else is read, written or removed among the backups. */
export const backupName = z.string().regex(form);

/** What the name of a backup tells without opening it. */
export interface BackupFacts {
  /** When it was made, in milliseconds since 1970. */
  time: number;
  /** Number of the last edit in it. */
  sequence: number;
  /** Name of the project then, as far as a file name can hold it. */
  project: string;
}

/** `20261126T083000Z_123_海淀.hengzong`: sorted by name they are sorted by time. */
export function nameBackup({ time, sequence, project }: BackupFacts): string {
  const moment = new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  // By characters, so that none is cut in two.
  const plain = Array.from(project.replaceAll(/[^\p{L}\p{N}]+/gu, '-')).slice(0, 40);
  return `${moment}_${sequence}_${plain.join('') || '-'}.hengzong`;
}

/** The facts of a name, or null when it is no name of a backup. */
export function readBackupName(name: string): BackupFacts | null {
  const found = form.exec(name);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, sequence, project = ''] = found;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : { time, sequence: Number(sequence), project };
}
