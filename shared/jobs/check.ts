import type { CheckReport } from '#shared/checks/finding.ts';
import { runChecks } from '#shared/checks/run-checks.ts';
import type { RecordKind, RecordOf } from '#shared/model/record.ts';
import { SessionRecords } from './check-session/session-records.ts';
import { breathe, type JobHandler } from './job.ts';

const kinds = [
  'project',
  'district',
  'street',
  'community',
  'zone',
  'point',
  'person',
  'post',
  'exception',
] as const satisfies RecordKind[];

/** Kinds of records that the checks read; the many issues are not among them. */
export const checkedKinds: readonly RecordKind[] = kinds;

export interface CheckJobInput {
  /** Records of {@link checkedKinds}; others are passed over. */
  records: readonly RecordOf<RecordKind>[];
  /** Day of the check in the district's time zone, `YYYY-MM-DD`. */
  on: string;
}

/** Both proofs over a project. @throws the signal's reason when cancelled */
export const checkJob: JobHandler<CheckJobInput, CheckReport> = async (
  { records, on },
  context,
) => {
  const report = await runChecks(new SessionRecords(records, on).input(), {
    progress: (fraction) => context.progress(fraction),
    breathe: () => breathe(context),
  });
  // However short the check was: who has cancelled it gets no result.
  context.signal.throwIfAborted();
  return report;
};
