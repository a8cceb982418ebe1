import { startWorker } from '#renderer/jobs/start-worker.ts';
import { StorageError } from '#renderer/storage/storage-error.ts';
import { createJobClient } from '#shared/jobs/job-client.ts';
import type { Placed } from './file-placer.ts';

/** A project file that has been read and found good, not yet stored on this machine. */
export interface UnpackedFile {
  /** Id of the project in the file. */
  id: string;
  /**
   * Stores it, or as the sample, and answers the id under which it can be opened; once.
   * @throws StorageError, JobError
   */
  place(as?: 'file' | 'sample'): Promise<string>;
}

/** Reads a project file in a worker, which holds it until it is placed. @throws FormatError, JobError */
export async function unpackFile(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string | null = null,
): Promise<UnpackedFile> {
  let end = () => {};
  const run = createJobClient((onMessage, onCrash) => {
    // In one expression, by which the bundler knows a worker.
    const worker = new Worker(new URL('./file-placer-worker.ts', import.meta.url), {
      type: 'module',
    });
    const port = startWorker(worker, onMessage, onCrash);
    end = port.terminate;
    return port;
  });
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
        const placed = (await run(as === 'sample' ? 'placeSample' : 'place', null)) as Placed;
        if ('failed' in placed) throw new StorageError(placed.failed.reason, placed.failed.detail);
        return placed.id;
      } finally {
        end();
      }
    },
  };
}
