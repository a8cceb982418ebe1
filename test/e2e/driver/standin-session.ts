import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { launchStandin } from '#test/standin/launch-standin.ts';
import { savedFile } from './saved-file.ts';
import type { Session, SessionOptions } from './session.ts';
import { limitAndReopen } from './storage-room.ts';
import { shortLivedLaunchOptions } from './test-browser.ts';

/** The compiled main process and preload over Chromium, with a data folder of their own. */
export async function startStandinSession({ locale, ...look }: SessionOptions): Promise<Session> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-standin-'));
  const launch = { ...shortLivedLaunchOptions(), ...look };
  const standin = await launchStandin({ userData: folder, locale, launch });
  return {
    context: standin.context,
    async openPlanner(room) {
      const page = await standin.waitForWindow('planner');
      if (room !== undefined) await limitAndReopen(page, room);
      return page;
    },
    async windowOpenedBy(name, act) {
      await act();
      return standin.waitForWindow(name);
    },
    answerOpen(_page, files, act) {
      standin.dialogs.answerOpen(files);
      return act();
    },
    async answerSave(_page, act) {
      // A folder for each file, so that an older one of the same name is never taken for it.
      const into = await mkdtemp(join(folder, 'saved-'));
      let path = '';
      standin.dialogs.answerSave((suggested) => {
        path = join(into, basename(suggested));
        return path;
      });
      const result = await act();
      // The dialog may come up only after the click has returned.
      await expect.poll(() => path, { timeout: 60_000 }).not.toBe('');
      return { result, name: basename(path), bytes: await savedFile(path) };
    },
    cancelSave(_page, act) {
      standin.dialogs.answerSave(null);
      return act();
    },
    async close() {
      await standin.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
