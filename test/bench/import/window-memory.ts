import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';

/** Most memory that any window's process has had so far, its workers included, in MB; null off Linux. */
export async function peakOfWindows(browser: Browser): Promise<number | null> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  let peak: number | null = null;
  for (const { id, type } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]);
    if (kilobytes > 0) peak = Math.max(peak ?? 0, kilobytes / 1024);
  }
  return peak;
}
