import { useDialogs } from '#renderer/state/dialogs.ts';
import { oneByOne } from '#renderer/state/one-by-one.ts';
import { type ProjectState, useProject } from '#renderer/state/project.ts';
import type { DataFile } from '#shared/host/host.ts';

/** What reading files into a project needs. */
export interface DataWays {
  /** Begins to read files; `forget` lets go of that. */
  readAhead: (files: readonly DataFile[]) => Promise<{ files: DataFile[]; forget: () => void }>;
  /** Makes a new project and opens it. */
  create: () => Promise<unknown>;
}

/** Files that come while others are put away wait for those, and join them in their project. */
const inTurn = oneByOne();

/**
 * Shows the import of data files: into the open project, else into a new one. Large files take a while to be put
 * away; a project that has been opened by then is the one they go into, and none is put in its place.
 * @throws whatever keeps the files from being read or the project from being made
 */
export function takeData(files: DataFile[], ways: DataWays): Promise<void> {
  return inTurn(() => takeNow(files, ways));
}

async function takeNow(files: DataFile[], ways: DataWays): Promise<void> {
  const { show } = useDialogs.getState();
  await settledStatus();
  const reading = await ways.readAhead(files);
  const status = await settledStatus();
  if (status === 'ready') return show('import', reading.files);
  if (status !== 'closed') return reading.forget();
  try {
    await ways.create();
  } catch (error) {
    reading.forget();
    throw error;
  }
  show('import', reading.files);
}

/** The state of the window's project, once one that is being opened is there. */
async function settledStatus(): Promise<ProjectState['status']> {
  for (;;) {
    const { status } = useProject.getState();
    if (status !== 'loading') return status;
    await new Promise<void>((resolve) => {
      const stop = useProject.subscribe(() => {
        stop();
        resolve();
      });
    });
  }
}
