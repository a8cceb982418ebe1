import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import type { RunningServer } from '#electron/browser-host/server.ts';
import type { Session, SessionOptions } from './session.ts';
import { limitStorage } from './storage-room.ts';

/** The built app behind the real 127.0.0.1 server, in a fresh browser profile. */
export async function startBrowserSession(
  browser: Browser,
  server: RunningServer,
  options: SessionOptions,
): Promise<Session> {
  const context = await browser.newContext({
    baseURL: server.url,
    ...options,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  });
  // The pickers of the File System Access API are native windows that no test can answer: the
  // app falls back to the file input and to a download, as in browsers without the API.
  await context.addInitScript(() => {
    Object.assign(globalThis, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  return {
    context,
    async openPlanner(room) {
      const page = await context.newPage();
      // Before the first byte: what a browser has once set aside it does not take back at once.
      if (room !== undefined) await limitStorage(page, room, server.url);
      await page.goto('/planner.html');
      return page;
    },
    async windowOpenedBy(name, act) {
      const opened = context.waitForEvent('page');
      await act();
      const page = await opened;
      await page.waitForURL((url) => url.pathname === `/${name}.html`);
      return page;
    },
    async answerOpen(page, files, act) {
      const asked = page.waitForEvent('filechooser');
      const result = act();
      const chooser = await asked;
      if (files.length > 0) await chooser.setFiles(files);
      // A browser tells the page of a cancelled dialog by this event alone.
      else await chooser.element().evaluate((input) => input.dispatchEvent(new Event('cancel')));
      return result;
    },
    async answerSave(page, act) {
      const started = page.waitForEvent('download', { timeout: 300_000 });
      const result = await act();
      const download = await started;
      return {
        result,
        name: download.suggestedFilename(),
        bytes: await readFile(await download.path()),
      };
    },
    async cancelSave(page, act) {
      // A download knows no cancelling; the picker does, and says it like this.
      await page.evaluate(() => {
        const cancelled = () => Promise.reject(new DOMException('cancelled', 'AbortError'));
        Object.assign(globalThis, { showSaveFilePicker: cancelled });
      });
      const result = await act();
      await page.evaluate(() => Object.assign(globalThis, { showSaveFilePicker: undefined }));
      return result;
    },
    close: () => context.close(),
  };
}
