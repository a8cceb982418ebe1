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
   * Lets the user choose where to keep `bytes`, and writes them whole or not at all.
   * Answers the name under which it was saved, or null when cancelled. @throws Error when it failed.
   */
  saveFile(options: {
    title: string;
    suggestedName: string;
    filters: FileFilter[];
    bytes: Uint8Array<ArrayBuffer>;
  }): Promise<string | null>;
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
   * A picture from an address of map tiles that the user has switched on; null when there is none to be
   * had. It is the only thing that the app ever asks of another machine.
   */
  fetchTile(url: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Calls back for each menu command; the returned function ends it. */
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
  /** Calls back for project files opened by double-click or by a second start. */
  onFileOpened(listener: (file: HostFile) => void): () => void;
}
