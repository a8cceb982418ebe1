/** Messages a window may send to the machine; their schemas are in channels.ts. */
export const channelNames = [
  'info',
  'openFiles',
  'saveFile',
  'readResource',
  'listDisplays',
  'openWindow',
  'setFullScreen',
  'closeWindow',
  'keepAwake',
  'setLocale',
  'takeOpenedFiles',
  'fetchTile',
  'tileSource',
  'setTileSource',
  'saveProject',
  'listRecent',
  'openRecent',
  'forgetRecent',
  'backupPlace',
  'chooseBackupPlace',
  'listBackups',
  'writeBackup',
  'readBackup',
  'removeBackup',
  'diskFree',
] as const;
export type ChannelName = (typeof channelNames)[number];

/** Messages the machine sends to a window. */
export const eventNames = ['menuCommand', 'fileWaiting'] as const;
export type EventName = (typeof eventNames)[number];

/** Name of the one object that the preload shows to the page. */
export const bridgeName = 'hengzongHost';

/**
 * What the preload gives to the page: two functions that pass messages of known names and nothing
 * else. It carries values unchecked; both ends validate what arrives.
 */
export interface HostBridge {
  invoke(channel: ChannelName, input: unknown): Promise<unknown>;
  on(event: EventName, listener: (payload: unknown) => void): () => void;
}
