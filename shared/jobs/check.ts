import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { type CheckInput, defaultToleranceM } from '#shared/checks/check-input.ts';
import type { CheckReport } from '#shared/checks/finding.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import { projectOf } from '#shared/model/project-of.ts';
import type { RecordKind, RecordOf } from '#shared/model/record.ts';
import { breathe, type JobHandler } from './job.ts';

/** Kinds of which the proof of 横到边, and the levels held against each other, know. */
export const groundKinds: readonly RecordKind[] = [
  'project',
  'district',
  'street',
  'community',
  'zone',
  'point',
  'exception',
];

/** Kinds of records that the checks read; the many issues are not among them. */
export const checkedKinds: readonly RecordKind[] = [
  ...groundKinds,
  'person',
  'post',
  'team',
  'dutyList',
];

/** Kinds that a chain session knows, beside the checked ones what questions are about. */
export const chainKinds: readonly RecordKind[] = [
  ...checkedKinds,
  'organisation',
  'border',
  'issueChunk',
];

export interface CheckJobInput {
  /** Records of {@link checkedKinds}; others are passed over. */
  records: readonly RecordOf<RecordKind>[];
  /** Day of the check in the district's time zone, `YYYY-MM-DD`. */
  on: string;
  /** Moment of the check (ms since 1970), for the cut-off of the duty list; now when left out. */
  now?: number;
}

/** What the checks read of a project. */
export function checkInputOf({ records, on, now = Date.now() }: CheckJobInput): CheckInput {
  const project = projectOf(records);
  return {
    ...chainInputOf(records),
    boundary: records.find((record) => record.kind === 'district') ?? null,
    now,
    issueClasses: project?.schemes.issueClasses ?? [],
    on,
    planar: false,
    toleranceM: project?.toleranceM ?? defaultToleranceM,
  };
}

/** Both proofs over a project. @throws the signal's reason when cancelled */
export const checkJob: JobHandler<CheckJobInput, CheckReport> = async (input, context) => {
  const report = await runChecks(checkInputOf(input), {
    progress: (fraction) => context.progress(fraction),
    breathe: () => breathe(context),
  });
  // However short the check was: who has cancelled it gets no result.
  context.signal.throwIfAborted();
  return report;
};
