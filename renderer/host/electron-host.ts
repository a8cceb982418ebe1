import {
  bridgeName,
  type ChannelName,
  type EventName,
  type HostBridge,
} from '#shared/host/bridge.ts';
import {
  type ChannelInput,
  type ChannelOutput,
  channels,
  type EventPayload,
  events,
  reply,
} from '#shared/host/channels.ts';
import type { Host, HostFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';

/** The preload's object, when this page runs inside Electron. */
export function electronBridge(): HostBridge | undefined {
  return (globalThis as Record<string, unknown>)[bridgeName] as HostBridge | undefined;
}

/**
 * The machine as reached through Electron's main process. Whatever comes back is checked against
 * the table in channels.ts before it is used.
 * @throws HostError from every method when the machine refuses.
 */
export async function createElectronHost(bridge: HostBridge): Promise<Host> {
  async function call<Name extends ChannelName>(
    name: Name,
    input: ChannelInput<Name>,
  ): Promise<ChannelOutput<Name>> {
    const answer = reply.parse(await bridge.invoke(name, input));
    if (!answer.ok) throw new HostError(answer.key, answer.params);
    return channels[name].output.parse(answer.value) as ChannelOutput<Name>;
  }

  function listen<Name extends EventName>(
    name: Name,
    listener: (payload: EventPayload<Name>) => void,
  ): () => void {
    return bridge.on(name, (payload) =>
      listener(events[name].parse(payload) as EventPayload<Name>),
    );
  }

  const inbox: HostFile[] = [];
  const fileListeners = new Set<(file: HostFile) => void>();

  function deliver() {
    if (fileListeners.size === 0) return;
    for (const file of inbox.splice(0)) for (const listener of fileListeners) listener(file);
  }

  function takeFiles() {
    call('takeOpenedFiles', null).then(
      (files) => {
        inbox.push(...files);
        deliver();
      },
      (error: unknown) => reportError(error),
    );
  }

  let following = false;
  function onFileOpened(listener: (file: HostFile) => void): () => void {
    fileListeners.add(listener);
    if (following) {
      deliver();
    } else {
      following = true;
      listen('fileWaiting', takeFiles);
      // A file named on the command line was there before this window listened.
      takeFiles();
    }
    return () => {
      fileListeners.delete(listener);
    };
  }

  return {
    info: await call('info', null),
    openFiles: (options) => call('openFiles', options),
    openData: (options) => call('openFiles', options),
    saveFile: (options) => call('saveFile', options),
    readResource: (path) => call('readResource', path),
    listDisplays: () => call('listDisplays', null),
    openWindow: async (options) => void (await call('openWindow', options)),
    setFullScreen: async (on) => void (await call('setFullScreen', on)),
    closeWindow: async () => void (await call('closeWindow', null)),
    keepAwake: async (on) => void (await call('keepAwake', on)),
    setLocale: async (locale) => void (await call('setLocale', locale)),
    fetchTile: (url) => call('fetchTile', url),
    tileSource: () => call('tileSource', null),
    setTileSource: async (template) => void (await call('setTileSource', template)),
    saveProject: (options) => call('saveProject', options),
    listRecent: () => call('listRecent', null),
    openRecent: (ref) => call('openRecent', ref),
    forgetRecent: async (ref) => void (await call('forgetRecent', ref)),
    backupPlace: () => call('backupPlace', null),
    chooseBackupPlace: () => call('chooseBackupPlace', null),
    listBackups: () => call('listBackups', null),
    writeBackup: async (backup) => void (await call('writeBackup', backup)),
    readBackup: (backup) => call('readBackup', backup),
    removeBackup: async (backup) => void (await call('removeBackup', backup)),
    diskFree: () => call('diskFree', null),
    onMenuCommand: (listener) => listen('menuCommand', listener),
    onFileOpened,
  };
}
