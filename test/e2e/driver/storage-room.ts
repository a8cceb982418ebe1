import type { Page } from '@playwright/test';

/** A browser forgets the room it has set aside for a page this long after the page has gone. */
const forgottenAfter = 3000;

/** Gives the storage of an address a size in bytes, or with null its own again. */
export async function limitStorage(
  page: Page,
  bytes: number | null,
  address = page.url(),
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(address).origin,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  });
}

/** Limits the storage of a window that has opened by itself, and may have written already. */
export async function limitAndReopen(page: Page, bytes: number): Promise<void> {
  await limitStorage(page, bytes);
  const address = page.url();
  await page.goto('about:blank');
  await page.waitForTimeout(forgottenAfter);
  await page.goto(address);
}
