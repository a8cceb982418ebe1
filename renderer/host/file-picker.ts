import { isProjectFile } from '#shared/formats/project-file/is-project-file.ts';
import type { DataFile, FileFilter, HostFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';
import { asData, checkSize } from './as-data.ts';
import { rememberHandle } from './handle-store.ts';

interface PickerType {
  description: string;
  accept: Record<string, string[]>;
}

/** The File System Access API, which TypeScript does not know; Chromium alone has it. */
interface FileAccess {
  showOpenFilePicker?(options: {
    multiple: boolean;
    types: PickerType[];
  }): Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: PickerType[];
  }): Promise<FileSystemFileHandle>;
}

const access = globalThis as FileAccess;

/** Suffixes that the browser takes; with any other it opens no dialog. Its choice of all files shows the rest. */
const pickable = /^[a-z0-9+.]{1,15}$/i;

function pickerTypes(filters: FileFilter[]): PickerType[] {
  return filters.map(({ name, extensions }) => ({
    description: name,
    accept: {
      'application/octet-stream': extensions
        .filter((extension) => pickable.test(extension))
        .map((extension) => `.${extension}`),
    },
  }));
}

const isNamed = (error: unknown, ...names: string[]) =>
  error instanceof DOMException && names.includes(error.name);

/** Reads a chosen file whole. @throws HostError */
export async function readChosen(file: File): Promise<HostFile> {
  checkSize(file);
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    throw new HostError('browserHost.openFailed', { name: file.name });
  }
}

/** The file dialog of every browser. Empty when cancelled. */
function chooseWithInput(filters: FileFilter[], multiple: boolean): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.accept = filters
    .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
    .join(',');
  return new Promise((done) => {
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    input.click();
  });
}

/** A chosen file, and by what it is found again where the browser grants that. */
async function readHandle(handle: FileSystemFileHandle): Promise<HostFile> {
  const file = await readChosen(await handle.getFile());
  if (!isProjectFile(file.name)) return file;
  return { ...file, ref: await rememberHandle(handle) };
}

/** Lets the user choose files of data. @throws HostError when one cannot be taken */
export function pickData(filters: FileFilter[], multiple: boolean): Promise<DataFile[]> {
  return pick(filters, multiple, asData, async (handle) => asData(await handle.getFile()));
}

/** Lets the user choose files and reads them whole. @throws HostError when one cannot be read. */
export function pickFiles(filters: FileFilter[], multiple: boolean): Promise<HostFile[]> {
  return pick(filters, multiple, readChosen, readHandle);
}

async function pick<Taken>(
  filters: FileFilter[],
  multiple: boolean,
  take: (file: File) => Promise<Taken>,
  takeHandle: (handle: FileSystemFileHandle) => Promise<Taken>,
): Promise<Taken[]> {
  const withInput = async () => Promise.all((await chooseWithInput(filters, multiple)).map(take));
  if (!access.showOpenFilePicker) return withInput();
  let handles: FileSystemFileHandle[];
  try {
    handles = await access.showOpenFilePicker({ multiple, types: pickerTypes(filters) });
  } catch (error) {
    if (isNamed(error, 'AbortError')) return [];
    if (isNamed(error, 'SecurityError')) return withInput();
    throw new HostError('browserHost.openFailed', { name: '' });
  }
  return Promise.all(handles.map(takeHandle));
}

/** Hands the bytes to the browser's downloads, which ask or not as the user has set them. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  // The download has begun by then and holds the data itself.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

/**
 * Lets the user choose where to save: a handle, `download` where the browser knows only downloads, or null
 * when cancelled. @throws HostError
 */
export async function pickPlace(
  suggestedName: string,
  filters: FileFilter[],
): Promise<FileSystemFileHandle | 'download' | null> {
  if (!access.showSaveFilePicker) return 'download';
  try {
    return await access.showSaveFilePicker({ suggestedName, types: pickerTypes(filters) });
  } catch (error) {
    if (isNamed(error, 'AbortError')) return null;
    // Too long since the click that asked for it: the browser still allows a download.
    if (isNamed(error, 'SecurityError')) return 'download';
    throw new HostError('browserHost.saveFailed', { name: suggestedName });
  }
}

/**
 * Writes a file whole or not at all: the browser writes beside it and swaps at the end.
 * @throws HostError when it could not be written; the former file is as it was
 */
export async function writeHandle(
  handle: FileSystemFileHandle,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  try {
    const file = await handle.createWritable();
    try {
      await file.write(bytes);
    } catch (error) {
      await file.abort();
      throw error;
    }
    await file.close();
  } catch {
    throw new HostError('browserHost.saveFailed', { name: handle.name });
  }
}

/**
 * Lets the user choose where to keep `bytes` and writes them there.
 * @returns the name, or null when cancelled. @throws HostError when it could not be written.
 */
export async function saveWithPicker(
  suggestedName: string,
  filters: FileFilter[],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  const place = await pickPlace(suggestedName, filters);
  if (place === null) return null;
  if (place === 'download') return download(suggestedName, bytes);
  await writeHandle(place, bytes);
  return place.name;
}
