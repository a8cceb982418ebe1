import { create } from 'zustand';
import type { BackupPlace, BackupRef } from '#shared/host/host.ts';
import type { roomLeft } from '#shared/keep/room.ts';
import type { DataProblem } from './keep-jobs.ts';

/** A backup with what its name tells. */
export interface Backup extends BackupRef {
  bytes: number;
  /** In milliseconds since 1970. */
  time: number;
  sequence: number;
  project: string;
}

export interface KeepState {
  /** What the last look at the open project found; null before the first. */
  problems: DataProblem[] | null;
  checking: boolean;
  room: ReturnType<typeof roomLeft> | null;
  place: BackupPlace | null;
  /** All backups there are, newest first. */
  backups: Backup[];
  /** The project was not kept outside the database for a day, and nothing does so by itself. */
  isBare: boolean;
  /** The project has a passphrase, and the key that seals its backups is not on this machine. */
  locked: boolean;
  /** Why the last backup could not be written, in the user's language; null when it could. */
  failed: string | null;
}

/** How well the open project is kept. Changed only by keeper.ts. */
export const useKeep = create<KeepState>()(() => ({
  problems: null,
  checking: false,
  room: null,
  place: null,
  backups: [],
  isBare: false,
  locked: false,
  failed: null,
}));
