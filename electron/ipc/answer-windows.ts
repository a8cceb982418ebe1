import { app } from 'electron';
import type { ChannelName } from '#shared/host/bridge.ts';
import { currentLocale } from '#electron/menu/locale.ts';
import { switchLocale } from '#electron/menu/menu.ts';
import { fetchTile } from '#electron/online/fetch-tile.ts';
import { openAppWindow } from '#electron/windows/open-window.ts';
import { answerChannel, type ChannelHandler } from './answer-channel.ts';
import { listDisplays } from './displays.ts';
import { openFiles, saveFile } from './file-dialogs.ts';
import { keepAwake } from './keep-awake.ts';
import { readResource } from './read-resource.ts';
import { takeOpenedFiles } from './take-opened-files.ts';

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
  fetchTile: (url) => fetchTile(url),
  takeOpenedFiles: (_nothing, window) => takeOpenedFiles(window),
};

/** Answers what the windows ask of the machine. */
export function answerWindows(): void {
  for (const name of Object.keys(handlers) as ChannelName[]) {
    answerChannel(name, handlers[name] as ChannelHandler<ChannelName>);
  }
}
