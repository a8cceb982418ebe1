import { getHost } from '#renderer/host/host.ts';
import { runJob } from '#renderer/jobs/run-job.ts';
import { isStored } from '#renderer/storage/project-store.ts';
import { daysSinceNewestIssue, shiftDays } from '#shared/model/shift-days.ts';
import { placeProjectFile } from './place-project-file.ts';
import { openProject } from './project-actions.ts';

const samplePath = 'sample/haidian.hengzong';

/**
 * Opens the sample project that ships with the app, brought to the present day; what the user has
 * changed in it stays.
 * @throws Error when the file is not there, FormatError, StorageError
 */
export async function openSample(): Promise<void> {
  const host = await getHost();
  const unpacked = await runJob('unpackProject', { bytes: await host.readResource(samplePath) });
  const project = unpacked.records.find((record) => record.kind === 'project');
  if (project && (await isStored(project.id))) return openProject(project.id);
  // The sample was made for one day; on any other it is moved to the present, or all would be overdue.
  const days = daysSinceNewestIssue(unpacked.records, Date.now());
  const records = unpacked.records.map((record) => shiftDays(record, days));
  await openProject(await placeProjectFile({ ...unpacked, records }));
}
