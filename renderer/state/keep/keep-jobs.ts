import { backupKey, copyBackupKey, keepBackupKey } from '#renderer/storage/backup-keys.ts';
import { readStored, type StoredProject, withStore } from '#renderer/storage/project-store.ts';
import { placeCopy } from '#renderer/state/place-project-file.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import { type RecordStep, recordStep } from '#shared/edits/record-step.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { isSealed, sealWith } from '#shared/formats/project-file/seal.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import type { JobHandler } from '#shared/jobs/job.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import { checkIntegrity, type IntegrityProblem } from '#shared/keep/check-integrity.ts';
import { checkTally, speaksOf, type TableProblem } from '#shared/keep/check-tally.ts';
import { changeBetween } from '#shared/keep/compare-records.ts';
import { type RowSlice, sliceRow } from '#shared/edits/row-slices.ts';
import { planMerge } from '#shared/merge/plan-merge.ts';
import { type PlanSlice, slicePlan } from '#shared/merge/plan-slices.ts';
import { renameProject } from '#shared/edits/rename-project.ts';
import { projectOf } from '#shared/model/project-of.ts';
import type { RecordKind } from '#shared/model/record.ts';

/** How the open project would change if a backup were restored in it. */
export interface Comparison {
  counts: { kind: RecordKind; added: number; updated: number; removed: number }[];
  /** The first of the differences, as the backup would make them, to be read through. */
  differences: RecordStep[];
  total: number;
}

/** What a look through a project finds: about single records, and about whole tables. */
export type DataProblem = IntegrityProblem | TableProblem;

const shownDifferences = 500;

type Bytes = Uint8Array<ArrayBuffer>;

/** A backup as it was written: by which project, and how it is opened when its key is not there. */
export interface BackupFile {
  bytes: Bytes;
  /** Id of the project that wrote it. */
  of: string;
  passphrase: string | null;
}

/** What is in a backup, by its passphrase or else by the key of its project. @throws FormatError */
async function unpackBackup({ bytes, of, passphrase }: BackupFile): Promise<StoredProject> {
  const isLocked = isSealed(bytes) && passphrase === null;
  return unpackProject(bytes, isLocked ? await backupKey(of) : passphrase);
}

/** The backup's records under the id of the project that it is restored in. */
async function backupFor(projectId: string, file: BackupFile): Promise<StoredProject> {
  const whole = await unpackBackup(file);
  const own = projectOf(whole.records)?.id ?? projectId;
  return own === projectId ? whole : renameProject(whole, own, projectId);
}

async function change(projectId: string, file: BackupFile): Promise<Patch> {
  const [now, then] = [await readStored(projectId), await backupFor(projectId, file)];
  return changeBetween(now.records, then.records);
}

function summed(patch: Patch): Comparison {
  const counts = new Map<RecordKind, Comparison['counts'][number]>();
  const differences: RecordStep[] = [];
  for (const [from, to] of changesOf(patch)) {
    const step = recordStep(from, to);
    if (!step) continue;
    const { kind, did } = step;
    const line = counts.get(kind) ?? { kind, added: 0, updated: 0, removed: 0 };
    line[did] += 1;
    counts.set(kind, line);
    if (differences.length < shownDifferences) differences.push(step);
  }
  const total = [...counts.values()].reduce(
    (sum, one) => sum + one.added + one.updated + one.removed,
    0,
  );
  return { counts: [...counts.values()], differences, total };
}

/** What is to go to the window, which takes it slice by slice: all at once it would hold the window up. */
let held: (RowSlice | PlanSlice)[] = [];

function hold(slices: Iterable<RowSlice | PlanSlice>): number {
  held = [...slices];
  return held.length;
}

/**
 * Long work about keeping a project, in a worker that reads the database itself: what a project holds
 * never passes the window, which is not held up.
 */
export const keepJobs = {
  /**
   * The stored project as a file, with what its backup is named by; sealed when there is a key.
   * @throws FormatError when it is to be sealed and there is none
   */
  pack: async ({ projectId, sealed }: { projectId: string; sealed: boolean }) => {
    const key = await backupKey(projectId);
    if (sealed && !key) throw new FormatError('keep.backups.locked');
    const { records, audit } = await readStored(projectId);
    const bytes = await packProject(records, audit);
    return {
      bytes: key ? await sealWith(bytes, key) : bytes,
      sequence: audit.length,
      project: projectOf(records)?.name ?? '',
    };
  },

  /** A backup that was written without a passphrase, sealed; null when it is, or there is no key. */
  seal: async ({ of, bytes }: Pick<BackupFile, 'of' | 'bytes'>) => {
    const key = isSealed(bytes) ? null : await backupKey(of);
    return key && sealWith(bytes, key);
  },

  /** What restoring a backup would change. @throws FormatError */
  compare: async ({ projectId, file }: { projectId: string; file: BackupFile }) =>
    summed(await change(projectId, file)),

  /** Holds the change that restores a backup, and answers how many slices of it there are. @throws FormatError */
  restore: async ({ projectId, file }: { projectId: string; file: BackupFile }) =>
    hold(sliceRow({ patch: await change(projectId, file) })),

  /** Stores a backup as a project of its own, sealed alike, and answers its id. @throws FormatError */
  copy: async (file: BackupFile) => {
    const id = await placeCopy(await unpackBackup(file));
    if (file.passphrase !== null) await keepBackupKey(id, file.passphrase);
    else if (isSealed(file.bytes)) await copyBackupKey(file.of, id);
    if (isSealed(file.bytes)) await withStore(id, (store) => store.noteSealing('sealed'));
    return id;
  },

  /** What is wrong in a stored project. One whose records were never counted, or not since an upgrade, is counted now. */
  check: (projectId: string): Promise<DataProblem[]> =>
    withStore(projectId, async (store) => {
      const { records, audit, head, found, hashes } = await store.loadCounted();
      const problems = runSteps(checkIntegrity(records, audit));
      const tables = head.tally ? checkTally(head.tally, found, problems, hashes) : [];
      // Where it fails, as on a full disk, the next look counts again.
      const isNew = !head.tally || (tables.length === 0 && !speaksOf(head.tally, found));
      if (isNew) await store.keepTally(found).catch((error: unknown) => console.warn(error));
      return [...problems, ...tables];
    }),

  /** From now on what is stored counts as what was stored. @throws StorageError */
  recount: (projectId: string): Promise<void> =>
    withStore(projectId, async (store) => {
      for (let isKept = false; !isKept; ) {
        isKept = await store.keepTally((await store.loadCounted()).found);
      }
    }),

  /**
   * Holds how another copy would be merged, and answers how many slices of that there are.
   * @throws FormatError, also when it is no copy of this project
   */
  merge: async (input: {
    projectId: string;
    bytes: Bytes;
    passphrase: string | null;
  }): Promise<number> => {
    const theirs = await unpackProject(input.bytes, input.passphrase);
    const plan = planMerge(await readStored(input.projectId), theirs);
    if ('refused' in plan) throw new FormatError(plan.refused);
    return hold(slicePlan(plan));
  },

  /** A slice of what is held. */
  slice: async (place: number): Promise<RowSlice | PlanSlice | undefined> => held[place],
} satisfies Record<string, JobHandler<never, unknown>>;

export type KeepJob = keyof typeof keepJobs;
