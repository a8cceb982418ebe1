import { version } from '#package.json';
import { channels } from '#shared/host/channels.ts';
import type { Host } from '#shared/host/host.ts';
import { type Locale, locales } from '#shared/model/locale.ts';
import { backupFolder } from './backup-folder.ts';
import { nameThisWindow, openBrowserWindow } from './browser-windows.ts';
import { askDiskFree } from './disk-free.ts';
import { listDisplays } from './displays.ts';
import { pickData, pickFiles, saveWithPicker } from './file-picker.ts';
import { enterFullScreen, leaveFullScreen } from './full-screen.ts';
import { forgetHandle } from './handle-store.ts';
import { keepAwake } from './keep-awake.ts';
import { askForTile, askTileSource, turnTiles } from './online-tile.ts';
import { listRecentFiles, openRecentFile, saveProjectFile } from './recent-files.ts';
import { readOwnResource } from './resources.ts';

const localeKey = 'hengzong.locale';

function preferredLocale(): Locale {
  const kept = localStorage.getItem(localeKey);
  const known = locales.find((locale) => locale === kept);
  return known ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');
}

/**
 * The machine as far as a browser shows it, for the pages served from 127.0.0.1. What a caller
 * passes is checked by the same schemas as Electron's messages, so both hosts refuse alike.
 * @throws HostError from the methods when the browser or the user's machine refuses.
 */
export function createBrowserHost(): Promise<Host> {
  let locale = preferredLocale();
  nameThisWindow();
  const host = {
    info: { kind: 'browser', version, locale },
    async openFiles(options) {
      const { filters, multiple } = channels.openFiles.input.parse(options);
      return pickFiles(filters, multiple);
    },
    async openData(options) {
      const { filters, multiple } = channels.openFiles.input.parse(options);
      return pickData(filters, multiple);
    },
    async saveFile(options) {
      const { suggestedName, filters, bytes } = channels.saveFile.input.parse(options);
      return saveWithPicker(suggestedName, filters, bytes);
    },
    async saveProject(options) {
      const { suggestedName, filters, bytes, ref } = channels.saveProject.input.parse(options);
      return saveProjectFile(suggestedName, filters, bytes, ref);
    },
    listRecent: listRecentFiles,
    openRecent: async (ref) => openRecentFile(channels.openRecent.input.parse(ref)),
    forgetRecent: async (ref) => forgetHandle('file', channels.forgetRecent.input.parse(ref)),
    backupPlace: () => backupFolder.place(),
    chooseBackupPlace: () => backupFolder.choose(),
    listBackups: () => backupFolder.list(),
    writeBackup: async (backup) => backupFolder.write(channels.writeBackup.input.parse(backup)),
    readBackup: async (backup) => backupFolder.read(channels.readBackup.input.parse(backup)),
    removeBackup: async (backup) => backupFolder.remove(channels.removeBackup.input.parse(backup)),
    diskFree: askDiskFree,
    readResource: async (path) => readOwnResource(channels.readResource.input.parse(path)),
    listDisplays: () => listDisplays(locale),
    openWindow: async (options) => openBrowserWindow(channels.openWindow.input.parse(options)),
    setFullScreen: (on) => (on ? enterFullScreen(locale) : leaveFullScreen()),
    async closeWindow() {
      close();
    },
    keepAwake,
    async setLocale(wanted) {
      locale = channels.setLocale.input.parse(wanted);
      localStorage.setItem(localeKey, locale);
    },
    fetchTile: (url) => askForTile(channels.fetchTile.input.parse(url)),
    tileSource: askTileSource,
    setTileSource: async (template) => turnTiles(channels.setTileSource.input.parse(template)),
    // A browser has no menu of ours and opens no files by double-click: the app's own menu and
    // dropping a file take their place.
    onMenuCommand: () => () => {},
    onFileOpened: () => () => {},
  } satisfies Host;
  // Electron's wall opens full screen by itself; here the window has to ask.
  if (location.pathname === '/wall.html') void enterFullScreen(locale);
  return Promise.resolve(host);
}
