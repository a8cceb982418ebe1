let wanted = false;
let lock: WakeLockSentinel | null = null;

async function take(): Promise<void> {
  if (!wanted || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
  try {
    lock = await navigator.wakeLock.request('screen');
  } catch {
    // Low battery or a policy of the machine: the display then sleeps as it is set to.
  }
}

const takeAgain = () => void take();

/** Keeps the display awake while this window is visible; the browser lets go when it is hidden. */
export async function keepAwake(on: boolean): Promise<void> {
  wanted = on;
  document.removeEventListener('visibilitychange', takeAgain);
  if (on) {
    document.addEventListener('visibilitychange', takeAgain);
    await take();
  } else {
    await lock?.release();
    lock = null;
  }
}
