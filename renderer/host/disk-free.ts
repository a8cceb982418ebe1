import { diskFreePath } from '#shared/model/disk-free-path.ts';

/**
 * Bytes free on the disk with the browser's data, as the app's own server says; null when it does not.
 * The browser itself tells a made-up quota.
 */
export async function askDiskFree(): Promise<number | null> {
  try {
    const answer = await fetch(diskFreePath, { cache: 'no-store' });
    const free: unknown = answer.ok ? await answer.json() : null;
    return typeof free === 'number' ? free : null;
  } catch {
    return null;
  }
}
