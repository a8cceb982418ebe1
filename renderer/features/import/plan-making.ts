import { runJob } from '#renderer/jobs/run-job.ts';
import { useProject } from '#renderer/state/project.ts';
import type { DuplicateChoice, ImportPlan } from '#shared/formats/import/plan.ts';
import { localDay } from '#shared/model/local-day.ts';
import { type AnyRecord, recordKinds } from '#shared/model/record.ts';
import type { ImportFile } from './import-file.ts';

/** What a plan is made of. */
export interface PlanInput {
  files: readonly ImportFile[];
  /** Whom a name that fits several people means: key of the name -> person's id. */
  choices: Readonly<Record<string, string>>;
  duplicates: DuplicateChoice;
}

/** A plan on its way. */
export interface PlanMaking {
  /** The revision of the project that it is made for. */
  revision: number;
  plan: Promise<ImportPlan>;
  /** Calls `told` with the fraction that is done, now and as it grows. */
  watch: (told: (fraction: number) => void) => void;
  /** Whether it is the plan for this input and the project as it is. */
  isFor: (input: PlanInput) => boolean;
  cancel: () => void;
  isCancelled: () => boolean;
}

const usedFiles = (files: readonly ImportFile[]) =>
  files.filter((file) => file.tables?.some(({ mapping }) => mapping));

/** What a plan of files depends on, piece by piece; each piece is the same object until it changes. */
function piecesOf({ files, choices, duplicates }: PlanInput): unknown[] {
  return [
    useProject.getState().revision,
    choices,
    duplicates,
    ...usedFiles(files).flatMap(({ key, encoding, tables }) => [
      key,
      encoding,
      ...(tables ?? []).flatMap(({ mapping, system }) => [mapping, system]),
    ]),
  ];
}

/** Records of the project that planning has to look at; issues only when issues are imported. */
function recordsFor(files: readonly ImportFile[]): AnyRecord[] {
  const { document } = useProject.getState();
  const tables = files.flatMap((file) => file.tables ?? []);
  const withIssues = tables.some(({ mapping }) => mapping?.target === 'issue');
  return recordKinds
    .filter((kind) => kind !== 'scene' && (withIssues || kind !== 'issueChunk'))
    .flatMap((kind) => [...(document?.all(kind) ?? [])]);
}

/** Begins to work out what importing files would do. */
export function makePlan(input: PlanInput): PlanMaking {
  const { project, revision } = useProject.getState();
  const pieces = piecesOf(input);
  const { files, choices, duplicates } = input;
  const controller = new AbortController();
  let done = 0;
  let tell: ((fraction: number) => void) | null = null;
  const plan = runJob(
    'planImport',
    {
      files: usedFiles(files).map(({ key, name, bytes, parts, tables, encoding }) => ({
        key,
        name,
        bytes,
        parts,
        encoding,
        systems: (tables ?? []).map(({ system }) => system),
        mappings: (tables ?? []).map(({ mapping }) => mapping),
      })),
      records: recordsFor(files),
      today: localDay(Date.now(), project?.utcOffsetMinutes ?? 480),
      choices,
      duplicates,
    },
    {
      signal: controller.signal,
      onProgress: (fraction) => {
        done = fraction;
        tell?.(fraction);
      },
    },
  );
  // Whoever takes it up is told; nobody need take it up.
  plan.catch(() => undefined);
  return {
    revision,
    plan,
    watch: (told) => {
      tell = told;
      told(done);
    },
    isFor: (other) => {
      const now = piecesOf(other);
      return now.length === pieces.length && now.every((piece, index) => piece === pieces[index]);
    },
    cancel: () => controller.abort(),
    isCancelled: () => controller.signal.aborted,
  };
}
