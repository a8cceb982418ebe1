import { isStored, type StoredProject } from '#renderer/storage/project-store.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import type { JobHandler } from '#shared/jobs/job.ts';
import { projectOf } from '#shared/model/project-of.ts';
import { daysSinceNewestIssue, shiftDays } from '#shared/model/shift-days.ts';
import { placeProjectFile } from './place-project-file.ts';

/** What was unpacked and is not stored yet. */
let unpacked: StoredProject | null = null;

/**
 * Jobs that unpack a project file and store it, in a worker of their own: what is in the file goes
 * from there to the disk, and never through a window.
 */
export const filePlacers = {
  /** Reads the file, keeps what is in it and answers the project's id. @throws FormatError when it cannot be used */
  unpack: async (file: { bytes: Uint8Array<ArrayBuffer>; passphrase: string | null }) => {
    unpacked = await unpackProject(file.bytes, file.passphrase);
    return projectOf(unpacked.records)?.id ?? '';
  },

  /** Stores what was unpacked, as placeProjectFile says. @throws StorageError */
  place: async () => placeProjectFile(takeUnpacked()),

  /**
   * Stores the sample that was unpacked, brought to the present day; one that is here stays as it is.
   * @throws StorageError
   */
  placeSample: async () => {
    const { records, audit } = takeUnpacked();
    const project = projectOf(records);
    if (project && (await isStored(project.id))) return project.id;
    // The sample was made for one day; on any other it is moved to the present, or all would be overdue.
    const days = daysSinceNewestIssue(records, Date.now());
    return placeProjectFile({ audit, records: records.map((record) => shiftDays(record, days)) });
  },
} satisfies Record<string, JobHandler<never, string>>;

function takeUnpacked(): StoredProject {
  const taken = unpacked;
  unpacked = null;
  if (!taken) throw new Error('nothing has been unpacked');
  return taken;
}
