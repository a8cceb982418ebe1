import { largestFile } from '#shared/host/channels.ts';
import type { FileFilter, HostFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';

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

function pickerTypes(filters: FileFilter[]): PickerType[] {
  return filters.map(({ name, extensions }) => ({
    description: name,
    accept: { 'application/octet-stream': extensions.map((extension) => `.${extension}`) },
  }));
}

const isNamed = (error: unknown, ...names: string[]) =>
  error instanceof DOMException && names.includes(error.name);

async function read(file: File): Promise<HostFile> {
  if (file.size > largestFile) throw new HostError('browserHost.tooLarge', { name: file.name });
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

async function choose(filters: FileFilter[], multiple: boolean): Promise<File[]> {
  if (!access.showOpenFilePicker) return chooseWithInput(filters, multiple);
  try {
    const handles = await access.showOpenFilePicker({ multiple, types: pickerTypes(filters) });
    return await Promise.all(handles.map((handle) => handle.getFile()));
  } catch (error) {
    if (isNamed(error, 'AbortError')) return [];
    if (isNamed(error, 'SecurityError')) return chooseWithInput(filters, multiple);
    throw new HostError('browserHost.openFailed', { name: '' });
  }
}

/** Lets the user choose files and reads them whole. @throws HostError when one cannot be read. */
export async function pickFiles(filters: FileFilter[], multiple: boolean): Promise<HostFile[]> {
  return Promise.all((await choose(filters, multiple)).map(read));
}

/** Hands the bytes to the browser's downloads, which ask or not as the user has set them. */
function download(name: string, bytes: Uint8Array<ArrayBuffer>): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  // The download has begun by then and holds the data itself.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

/**
 * Lets the user choose where to keep `bytes`. The browser writes beside the file and swaps at the
 * end, so a failure leaves the former file as it was.
 * @returns the name, or null when cancelled. @throws HostError when it could not be written.
 */
export async function saveWithPicker(
  suggestedName: string,
  filters: FileFilter[],
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  if (!access.showSaveFilePicker) return download(suggestedName, bytes);
  let handle: FileSystemFileHandle;
  try {
    handle = await access.showSaveFilePicker({ suggestedName, types: pickerTypes(filters) });
  } catch (error) {
    if (isNamed(error, 'AbortError')) return null;
    // Too long since the click that asked for it: the browser still allows a download.
    if (isNamed(error, 'SecurityError')) return download(suggestedName, bytes);
    throw new HostError('browserHost.saveFailed', { name: suggestedName });
  }
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
  return handle.name;
}
