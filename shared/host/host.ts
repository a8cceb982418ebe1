import type { Locale } from '#shared/model/locale.ts';

export interface HostInfo {
  kind: 'electron' | 'browser';
  /** Version of the product. */
  version: string;
  /** Preferred language of the machine, as far as the host knows it. */
  locale: Locale;
}

/** A file that the user chose; the whole of it is in memory. */
export interface HostFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** By what the host finds it again, for project files that it can write in place. */
  ref?: string | undefined;
}

/** A file of data that the user chose: in memory, or left where it is until somebody reads it. */
export interface DataFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer> | Blob;
}

/** A project file that was opened or saved before. */
export interface RecentFile {
  ref: string;
  name: string;
  /** Where it lies, as far as the host may say; else ''. */
  folder: string;
  /** When it was last opened or saved, in milliseconds since 1970. */
  opened: number;
  /** `unknown` where the browser has to ask the user before it can tell. */
  state: 'there' | 'missing' | 'unknown';
}

/** Where backups are kept. */
export interface BackupPlace {
  /** `ask`: a folder was chosen, the browser wants the user's leave again; `none`: none was chosen yet. */
  state: 'ready' | 'ask' | 'none' | 'unsupported';
  /** The folder as a person knows it; '' without. */
  name: string;
}

/** A backup by its place: see shared/keep/backup-name.ts for what the name tells. */
export interface BackupRef {
  projectId: string;
  name: string;
}

export interface FileFilter {
  name: string;
  /** Without the dot, lower case. */
  extensions: string[];
}

export interface HostDisplay {
  id: string;
  label: string;
  width: number;
  height: number;
  primary: boolean;
}

export type WindowName = 'planner' | 'wall' | 'briefing';

/** What a menu of the host asks the window in front to do. */
export const menuCommands = [
  'project.new',
  'project.open',
  'project.save',
  'project.saveAs',
  'project.list',
  'project.settings',
  'project.merge',
  'project.backups',
  'import',
  'export',
  'certificate',
  'hand-over',
  'undo',
  'redo',
  'check',
  'window.wall',
  'window.briefing',
  'help.about',
  'help.keys',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/**
 * Everything the app asks of the machine it runs on. Electron and the browser host both `satisfy`
 * it and pass one contract test; nothing may work in only one of them.
 */
export interface Host {
  readonly info: HostInfo;
  /** Lets the user choose files. Empty when cancelled. @throws Error when a file cannot be read. */
  openFiles(options: {
    title: string;
    filters: FileFilter[];
    multiple: boolean;
  }): Promise<HostFile[]>;
  /**
   * The same for data, which may be much and is read in a worker: a file that the host can hand over unread
   * fails there, when it cannot be read.
   */
  openData(options: {
    title: string;
    filters: FileFilter[];
    multiple: boolean;
  }): Promise<DataFile[]>;
  /**
   * Lets the user choose where to keep `bytes`, and writes them whole or not at all.
   * Answers the name under which it was saved, or null when cancelled. @throws Error when it failed.
   */
  saveFile(options: {
    title: string;
    suggestedName: string;
    filters: FileFilter[];
    bytes: Uint8Array<ArrayBuffer>;
  }): Promise<string | null>;
  /**
   * Writes a project file whole or not at all: where `ref` says, else, or when the host has forgotten that
   * place, where the user chooses. Answers the name and by what it can be written again (null where the
   * host cannot), or null when cancelled.
   * @throws Error when it failed; a file that was there is as before.
   */
  saveProject(options: {
    title: string;
    suggestedName: string;
    filters: FileFilter[];
    bytes: Uint8Array<ArrayBuffer>;
    ref: string | null;
  }): Promise<{ name: string; ref: string | null } | null>;
  /** Project files opened or saved before, the last one first; missing ones are among them. */
  listRecent(): Promise<RecentFile[]>;
  /** @throws Error when the file is no longer there. */
  openRecent(ref: string): Promise<HostFile>;
  forgetRecent(ref: string): Promise<void>;
  backupPlace(): Promise<BackupPlace>;
  /** Lets the user choose the folder for backups, or grant the chosen one again; needs a click. */
  chooseBackupPlace(): Promise<BackupPlace>;
  /** All backups of all projects; none while there is no place. */
  listBackups(): Promise<(BackupRef & { bytes: number })[]>;
  /** Writes a backup whole or not at all. @throws Error when it failed. */
  writeBackup(backup: BackupRef & { bytes: Uint8Array<ArrayBuffer> }): Promise<void>;
  readBackup(backup: BackupRef): Promise<Uint8Array<ArrayBuffer>>;
  removeBackup(backup: BackupRef): Promise<void>;
  /** Bytes that are free where the app keeps its data; null when it cannot be told. */
  diskFree(): Promise<number | null>;
  /** A file that ships with the app, such as the sample project. @throws Error when not there. */
  readResource(path: string): Promise<Uint8Array<ArrayBuffer>>;
  listDisplays(): Promise<HostDisplay[]>;
  /** Opens (or brings to front) a window of the app for a project; the wall opens full screen. */
  openWindow(options: {
    window: WindowName;
    projectId: string;
    displayId: string | null;
  }): Promise<void>;
  setFullScreen(on: boolean): Promise<void>;
  closeWindow(): Promise<void>;
  /** Keeps the display awake while a wall or briefing is shown. */
  keepAwake(on: boolean): Promise<void>;
  setLocale(locale: Locale): Promise<void>;
  /**
   * A picture of the map tiles that are switched on; null for any other address, for every address while
   * they are off, and when there is none to be had. It is the only thing that the app ever asks of another
   * machine.
   */
  fetchTile(url: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The address of map tiles that is switched on, the same for all windows; null while they are off. */
  tileSource(): Promise<string | null>;
  /** Switches map tiles of an address on, or all of them off (null); the machine remembers it. */
  setTileSource(template: string | null): Promise<void>;
  /** Calls back for each menu command; the returned function ends it. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
  /** Calls back for project files opened by double-click or by a second start. */
  onFileOpened(listener: (file: HostFile) => void): () => void;
}
