/** One writer per project: whoever holds this lock. It is let go when its window closes or crashes. */
const lockName = (projectId: string) => `hengzong-writer-${projectId}`;

/** Gives the writer's place back; resolves when another may take it. */
export type GiveBack = () => Promise<void>;

/** Asks for the lock with `options`; `onAnswer` is told how to give it back, or null when it is taken. */
function request(
  projectId: string,
  options: LockOptions,
  onAnswer: (giveBack: GiveBack | null) => void,
): Promise<void> {
  const ended: Promise<void> = navigator.locks.request(lockName(projectId), options, (lock) => {
    if (!lock) return onAnswer(null);
    return new Promise<void>((release) =>
      onAnswer(() => {
        release();
        return ended;
      }),
    );
  });
  return ended;
}

/** Takes the writer's place if it is free; null when another window has it. */
export function tryToWrite(projectId: string): Promise<GiveBack | null> {
  return new Promise((resolve, reject) => {
    request(projectId, { ifAvailable: true }, resolve).catch(reject);
  });
}

/**
 * Waits for the writer's place and calls `onGranted` with how to give it back.
 * The returned function ends the waiting.
 */
export function waitToWrite(
  projectId: string,
  onGranted: (giveBack: GiveBack) => void,
): () => void {
  const waiting = new AbortController();
  request(projectId, { signal: waiting.signal }, (giveBack) => {
    if (giveBack) onGranted(giveBack);
  }).catch((error: unknown) => {
    if (!waiting.signal.aborted) throw error;
  });
  return () => waiting.abort();
}
