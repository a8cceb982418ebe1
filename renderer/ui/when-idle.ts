/** For so long a browser that cannot tell when it has nothing to do is left alone first (ms). */
const waitMs = 1000;

/** Runs a task once the window has nothing else to do; the function answered calls it off. */
export function whenIdle(task: () => void): () => void {
  // Not in every browser, as in Safari.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(task, waitMs);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(() => task());
  return () => cancelIdleCallback(asked);
}
