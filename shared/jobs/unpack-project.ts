import type { AuditRow } from '#shared/edits/audit.ts';
import { unpackProject as unpack } from '#shared/formats/project-file/unpack-project.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { breathe, type JobHandler } from './job.ts';

/** Records and audit log of a project file. @throws FormatError when it cannot be used. */
export const unpackProject: JobHandler<
  { bytes: Uint8Array<ArrayBuffer> },
  { records: AnyRecord[]; audit: AuditRow[] }
> = async (input, context) => {
  await breathe(context);
  const unpacked = await unpack(input.bytes);
  await breathe(context);
  context.progress(1);
  return unpacked;
};
