/** Pauses before another try, in ms: the processes of a browser that was killed take a moment to go. */
const pauses = [50, 150, 400, 1000, 2000];

/** Errors that a browser gives while an earlier one still holds its files, and for nothing that lasts. */
function isPassing(error: unknown): boolean {
  const text = error instanceof Error ? `${error.name} ${error.message}` : '';
  return /Internal error opening backing store/.test(text);
}

/** Opens a database; while the files are still held by a browser that is going, it is tried again. */
export async function patiently<T>(open: () => PromiseLike<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await open();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return open();
}
