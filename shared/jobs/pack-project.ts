import type { AuditRow } from '#shared/edits/audit.ts';
import { packProject as pack } from '#shared/formats/project-file/pack-project.ts';
import { seal } from '#shared/formats/project-file/seal.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { breathe, type JobHandler } from './job.ts';

export interface PackProjectInput {
  records: readonly AnyRecord[];
  audit: readonly AuditRow[];
  /** Asked for when the file is opened; null for a file that anybody can open. */
  passphrase: string | null;
}

/** A project as one file. */
export const packProject: JobHandler<PackProjectInput, Uint8Array<ArrayBuffer>> = async (
  input,
  context,
) => {
  await breathe(context);
  const bytes = await pack(input.records, input.audit);
  await breathe(context);
  context.progress(1);
  return input.passphrase === null ? bytes : seal(bytes, input.passphrase);
};
