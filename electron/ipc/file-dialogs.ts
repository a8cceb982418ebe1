import { app, type BrowserWindow, dialog } from 'electron';
import { access } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { ChannelInput } from '#shared/host/channels.ts';
import { isProjectFile } from '#shared/formats/project-file/is-project-file.ts';
import type { HostFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';
import { readWholeFile } from '#electron/files/read-whole-file.ts';
import { pathOfRecent, rememberFile } from '#electron/files/recent-files.ts';
import { writeFileWhole } from '#electron/files/write-file-whole.ts';

/** Where the last dialog ended, for as long as the app runs. */
let folder: string | null = null;

const startFolder = () => folder ?? app.getPath('documents');

/** A file; of a project file it is remembered where it lies. @throws HostError */
export async function readAndRemember(path: string): Promise<HostFile> {
  const file = await readWholeFile(path);
  return isProjectFile(path) ? { ...file, ref: await rememberFile(path) } : file;
}

/** A project file that was opened or saved before. @throws HostError when it is no longer there */
export async function openRecent(ref: string): Promise<HostFile> {
  const path = pathOfRecent(ref);
  if (path === null) throw new HostError('host.read.missing', { name: '' });
  return readAndRemember(path);
}

/** Lets the user choose files and reads them. Empty when cancelled. @throws HostError */
export async function openFiles(
  { title, filters, multiple }: ChannelInput<'openFiles'>,
  window: BrowserWindow,
): Promise<HostFile[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters,
    defaultPath: startFolder(),
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  const first = filePaths[0];
  if (canceled || !first) return [];
  folder = dirname(first);
  return Promise.all(filePaths.map((path) => readAndRemember(path)));
}

/**
 * The chosen path with the kind's ending where the user typed none; some dialogs leave that to the
 * app. A name that would then meet another file stays as typed: nobody confirmed replacing that one.
 */
async function withEnding(path: string, extension: string | undefined): Promise<string> {
  if (extension === undefined || extname(path) !== '') return path;
  const ended = `${path}.${extension}`;
  const taken = await access(ended).then(
    () => true,
    () => false,
  );
  return taken ? path : ended;
}

/** Asks where to save and writes it whole. The path, or null when cancelled. @throws HostError */
async function askAndWrite(
  { title, filters, suggestedName, bytes }: ChannelInput<'saveFile'>,
  window: BrowserWindow,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    filters,
    defaultPath: join(startFolder(), suggestedName.replaceAll(/[/\\:*?"<>|\0]/g, '_')),
  });
  if (canceled || !filePath) return null;
  folder = dirname(filePath);
  const path = await withEnding(filePath, filters[0]?.extensions[0]);
  await writeFileWhole(path, bytes);
  return path;
}

/** Lets the user choose where to save and writes it whole. Null when cancelled. @throws HostError */
export async function saveFile(
  options: ChannelInput<'saveFile'>,
  window: BrowserWindow,
): Promise<string | null> {
  const path = await askAndWrite(options, window);
  return path === null ? null : basename(path);
}

/**
 * Writes a project file where it was before, else where the user chooses: also when that place has been
 * taken off the list. @throws HostError
 */
export async function saveProject(
  { ref, ...options }: ChannelInput<'saveProject'>,
  window: BrowserWindow,
): Promise<{ name: string; ref: string } | null> {
  let path = ref === null ? null : pathOfRecent(ref);
  if (path === null) path = await askAndWrite(options, window);
  else await writeFileWhole(path, options.bytes);
  return path === null ? null : { name: basename(path), ref: await rememberFile(path) };
}
