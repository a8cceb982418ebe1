import { getHost } from '#renderer/host/host.ts';
import { runJob } from '#renderer/jobs/run-job.ts';
import { isStored } from '#renderer/storage/project-store.ts';
import { openProject } from './project-actions.ts';
import { placeProjectFile } from './place-project-file.ts';

const samplePath = 'sample/haidian.hengzong';

/**
 * Opens the sample project that ships with the app; what the user has changed in it stays.
 * @throws Error when the file is not there, FormatError, StorageError
 */
export async function openSample(): Promise<void> {
  const host = await getHost();
  const unpacked = await runJob('unpackProject', { bytes: await host.readResource(samplePath) });
  const project = unpacked.records.find((record) => record.kind === 'project');
  const isHere = project !== undefined && (await isStored(project.id));
  await openProject(isHere ? project.id : await placeProjectFile(unpacked));
}
