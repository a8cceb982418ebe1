import { readStored, type StoredProject } from '#renderer/storage/project-store.ts';
import { placeCopy } from '#renderer/state/place-project-file.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import { type RecordStep, recordStep } from '#shared/edits/record-step.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import type { JobHandler } from '#shared/jobs/job.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import { checkIntegrity, type IntegrityProblem } from '#shared/keep/check-integrity.ts';
import { changeBetween } from '#shared/keep/compare-records.ts';
import { type MergePlan, planMerge } from '#shared/merge/plan-merge.ts';
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

const shownDifferences = 500;

type Bytes = Uint8Array<ArrayBuffer>;

/** The backup's records under the id of the project that it is restored in. */
async function backupFor(projectId: string, bytes: Bytes): Promise<StoredProject> {
  const whole = await unpackProject(bytes);
  const own = projectOf(whole.records)?.id ?? projectId;
  return own === projectId ? whole : renameProject(whole, own, projectId);
}

async function change(projectId: string, bytes: Bytes): Promise<Patch> {
  const [now, then] = [await readStored(projectId), await backupFor(projectId, bytes)];
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

/**
 * Long work about keeping a project, in a worker that reads the database itself: what a project holds
 * never passes the window, which is not held up.
 */
export const keepJobs = {
  /** The stored project as a file, with what its backup is named by. */
  pack: async (projectId: string) => {
    const { records, audit } = await readStored(projectId);
    return {
      bytes: await packProject(records, audit),
      sequence: audit.length,
      project: projectOf(records)?.name ?? '',
    };
  },

  /** What restoring a backup would change. @throws FormatError */
  compare: async ({ projectId, bytes }: { projectId: string; bytes: Bytes }) =>
    summed(await change(projectId, bytes)),

  /** The change that restores a backup. @throws FormatError */
  restore: ({ projectId, bytes }: { projectId: string; bytes: Bytes }) => change(projectId, bytes),

  /** Stores a backup as a project of its own and answers its id. @throws FormatError */
  copy: async (bytes: Bytes) => placeCopy(await unpackProject(bytes)),

  /** What is wrong in a stored project. */
  check: async (projectId: string): Promise<IntegrityProblem[]> => {
    const { records, audit } = await readStored(projectId);
    return runSteps(checkIntegrity(records, audit));
  },

  /** How another copy would be merged. @throws FormatError, also when it is none of this project */
  merge: async (input: {
    projectId: string;
    bytes: Bytes;
    passphrase: string | null;
  }): Promise<MergePlan> => {
    const theirs = await unpackProject(input.bytes, input.passphrase);
    const plan = planMerge(await readStored(input.projectId), theirs);
    if ('refused' in plan) throw new FormatError(plan.refused);
    return plan;
  },
} satisfies Record<string, JobHandler<never, unknown>>;

export type KeepJob = keyof typeof keepJobs;
