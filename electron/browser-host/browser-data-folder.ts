import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A browser from a snap, directly or (as on Ubuntu) behind a small shell script. */
function isSnap(browser: string): boolean {
  try {
    const file = realpathSync(browser);
    if (browser.startsWith('/snap/') || file.endsWith('/snap')) return true;
    return statSync(file).size < 10_000 && readFileSync(file, 'utf8').includes('/snap/');
  } catch {
    return false;
  }
}

/**
 * Where the app window keeps its data: in the profile's folder, apart from the user's own
 * browsing. A snap may not write into hidden folders, so it gets one in its own place.
 */
export function browserDataFolder(browser: string, profileFolder: string): string {
  if (process.platform !== 'linux' || !isSnap(browser)) return join(profileFolder, 'browser');
  const name = createHash('sha256').update(profileFolder).digest('hex').slice(0, 12);
  return join(homedir(), 'snap', 'chromium', 'common', `hengzong-${name}`);
}
