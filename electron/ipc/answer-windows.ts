import { join } from 'node:path';
import { app } from 'electron';
import type { ChannelName } from '#shared/host/bridge.ts';
import { currentLocale } from '#electron/menu/locale.ts';
import { switchLocale } from '#electron/menu/menu.ts';
import { TileSwitch } from '#electron/online/tile-switch.ts';
import { openAppWindow } from '#electron/windows/open-window.ts';
import {
  backupPlace,
  listBackups,
  readBackup,
  removeBackup,
  writeBackup,
} from '#electron/files/backups.ts';
import { freeSpace } from '#electron/files/free-space.ts';
import { forgetRecent, listRecent } from '#electron/files/recent-files.ts';
import { answerChannel, type ChannelHandler } from './answer-channel.ts';
import { listDisplays } from './displays.ts';
import { openFiles, openRecent, saveFile, saveProject } from './file-dialogs.ts';
import { keepAwake } from './keep-awake.ts';
import { readResource } from './read-resource.ts';
import { takeOpenedFiles } from './take-opened-files.ts';

let tileSwitch: TileSwitch | undefined;
/** Made when first asked for: where the app keeps its data is not known before. */
const tiles = () =>
  (tileSwitch ??= new TileSwitch(join(app.getPath('userData'), 'online-tiles.json')));

/** One handler for every message of channels.ts; the compiler misses none. */
const handlers: { [Name in ChannelName]: ChannelHandler<Name> } = {
  info: () => ({ kind: 'electron', version: app.getVersion(), locale: currentLocale() }),
  openFiles,
  saveFile,
  readResource,
  listDisplays,
  openWindow: ({ window, projectId, displayId }) => {
    openAppWindow(window, projectId, displayId);
    return null;
  },
  setFullScreen: (on, window) => {
    window.setFullScreen(on);
    return null;
  },
  closeWindow: (_nothing, window) => {
    // After the answer has left: a closed window could not receive it.
    setImmediate(() => window.close());
    return null;
  },
  keepAwake: (on, window) => {
    keepAwake(on, window);
    return null;
  },
  setLocale: (locale) => {
    switchLocale(locale);
    return null;
  },
  fetchTile: (url) => tiles().fetch(url),
  tileSource: () => tiles().template,
  setTileSource: async (template) => {
    await tiles().turn(template);
    return null;
  },
  takeOpenedFiles: (_nothing, window) => takeOpenedFiles(window),
  saveProject,
  listRecent: () => listRecent(),
  openRecent,
  forgetRecent: async (ref) => {
    await forgetRecent(ref);
    return null;
  },
  backupPlace: () => backupPlace(),
  chooseBackupPlace: () => backupPlace(),
  listBackups: () => listBackups(),
  writeBackup: async (backup) => {
    await writeBackup(backup);
    return null;
  },
  readBackup,
  removeBackup: async (backup) => {
    await removeBackup(backup);
    return null;
  },
  diskFree: () => freeSpace(app.getPath('userData')),
};

/** Answers what the windows ask of the machine. */
export function answerWindows(): void {
  for (const name of Object.keys(handlers) as ChannelName[]) {
    answerChannel(name, handlers[name] as ChannelHandler<ChannelName>);
  }
}
