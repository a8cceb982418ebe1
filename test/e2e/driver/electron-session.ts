import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { _electron, expect } from '@playwright/test';
import { electronBinary } from '#electron/launch/electron-binary.mjs';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import { savedFile } from './saved-file.ts';
import type { Session, SessionOptions } from './session.ts';
import { limitAndReopen } from './storage-room.ts';

/** Why the real Electron cannot run here, or null when it can. */
export function electronMissing(): string | null {
  return electronBinary() === null ? 'the Electron program is not on this machine' : null;
}

/** The compiled app in the real Electron, with a data folder of its own. */
export async function startElectronSession({
  locale,
  reducedMotion,
  deviceScaleFactor,
}: SessionOptions): Promise<Session> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-electron-'));
  const app = await _electron.launch({
    executablePath: electronBinary() as string,
    args: [
      projectFolder,
      `--user-data-dir=${folder}`,
      `--lang=${locale}`,
      `--force-device-scale-factor=${deviceScaleFactor}`,
      ...(reducedMotion === 'reduce' ? ['--force-prefers-reduced-motion'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    context: app.context(),
    async openPlanner(room) {
      const page = await app.firstWindow();
      if (room !== undefined) await limitAndReopen(page, room);
      return page;
    },
    async windowOpenedBy(name, act) {
      const opened = app.waitForEvent('window', {
        predicate: (page) => page.url().includes(`/${name}.html`),
      });
      await act();
      return opened;
    },
    async answerOpen(_page, files, act) {
      await app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: filePaths.length === 0, filePaths });
      }, files);
      return act();
    },
    async answerSave(_page, act) {
      // A folder for each file, so that an older one of the same name is never taken for it.
      const into = await mkdtemp(join(folder, 'saved-'));
      // The window argument is optional, so the options come last.
      await app.evaluate(({ dialog }, target) => {
        process.env['HENGZONG_SAVED_BY_TEST'] = '';
        dialog.showSaveDialog = (...asked: unknown[]) => {
          const options = asked.at(-1) as { defaultPath?: string };
          const name = options.defaultPath?.split(/[\\/]/).at(-1) ?? 'saved';
          process.env['HENGZONG_SAVED_BY_TEST'] = `${target}/${name}`;
          return Promise.resolve({ canceled: false, filePath: `${target}/${name}` });
        };
      }, into);
      const result = await act();
      const asked = () => app.evaluate(() => process.env['HENGZONG_SAVED_BY_TEST'] ?? '');
      await expect.poll(asked, { timeout: 60_000 }).not.toBe('');
      const path = await asked();
      return { result, name: basename(path), bytes: await savedFile(path) };
    },
    async cancelSave(_page, act) {
      await app.evaluate(({ dialog }) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
      });
      return act();
    },
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
