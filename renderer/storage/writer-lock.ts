/** One writer per project: whoever holds this lock. It is let go when its window closes or crashes. */
const lockName = (projectId: string) => `hengzong-writer-${projectId}`;

/** Takes the writer's place if it is free. Answers how to give it back, or null when it is taken. */
export async function tryToWrite(projectId: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lockName(projectId), { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(null);
          return;
        }
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}

/**
 * Waits for the writer's place and calls `onGranted` with how to give it back.
 * The returned function ends the waiting.
 */
export function waitToWrite(
  projectId: string,
  onGranted: (release: () => void) => void,
): () => void {
  const waiting = new AbortController();
  navigator.locks
    .request(
      lockName(projectId),
      { signal: waiting.signal },
      () => new Promise<void>((release) => onGranted(release)),
    )
    .catch((error: unknown) => {
      if (!waiting.signal.aborted) throw error;
    });
  return () => waiting.abort();
}
