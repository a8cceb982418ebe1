import { ownWorker } from '#renderer/jobs/own-worker.ts';

/** A project file that has been read and found good, not yet stored on this machine. */
export interface UnpackedFile {
  /** Id of the project in the file. */
  id: string;
  /**
   * Stores it, or as the sample, and answers the id under which it can be opened; once.
   * @throws the StorageError of the worker by its name and key, JobError
   */
  place(as?: 'file' | 'sample'): Promise<string>;
}

/** Reads a project file in a worker, which holds it until it is placed. @throws FormatError, JobError */
export async function unpackFile(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string | null = null,
): Promise<UnpackedFile> {
  const { run, end } = ownWorker(
    // In one expression, by which the bundler knows a worker.
    () => new Worker(new URL('./file-placer-worker.ts', import.meta.url), { type: 'module' }),
  );
  let id: string;
  try {
    id = (await run('unpack', { bytes, passphrase })) as string;
  } catch (error) {
    end();
    throw error;
  }
  return {
    id,
    async place(as = 'file') {
      try {
        return (await run(as === 'sample' ? 'placeSample' : 'place', null)) as string;
      } finally {
        end();
      }
    },
  };
}
