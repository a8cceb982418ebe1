import { getHost } from '#renderer/host/host.ts';
import { openProject } from './project-actions.ts';
import { unpackFile } from './unpacked-file.ts';

const samplePath = 'sample/haidian.hengzong';

/**
 * Opens the sample project that ships with the app, brought to the present day; what the user has
 * changed in it stays.
 * @throws Error when the file is not there, FormatError, StorageError
 */
export async function openSample(): Promise<void> {
  const host = await getHost();
  const sample = await unpackFile(await host.readResource(samplePath));
  await openProject(await sample.place('sample'));
}
