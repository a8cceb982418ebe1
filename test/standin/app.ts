import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { StrictEmitter, strict } from './strict.ts';

export interface AppSettings {
  /** Folder that holds package.json and out/. */
  projectFolder: string;
  userData: string;
  locale: string;
}

type Implemented =
  | 'isPackaged'
  | 'whenReady'
  | 'isReady'
  | 'getAppPath'
  | 'getPath'
  | 'getVersion'
  | 'getPreferredSystemLanguages'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit';

const sent = [
  'window-all-closed',
  'activate',
  'second-instance',
  'open-file',
  'web-contents-created',
];

/** `app`: the life of the process. */
export class StandinApp extends StrictEmitter implements Pick<App, Implemented> {
  readonly isPackaged = false;
  /** No switch was given on the command line. */
  readonly commandLine = strict('app.commandLine', { getSwitchValue: () => '' });
  readonly #settings: AppSettings;
  readonly #whenReady = Promise.withResolvers<void>();
  readonly #quit: () => void;
  #ready = false;

  constructor(settings: AppSettings, quit: () => void) {
    super('app', sent);
    this.#settings = settings;
    this.#quit = quit;
  }

  becomeReady(): void {
    this.#ready = true;
    this.#whenReady.resolve();
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }

  isReady(): boolean {
    return this.#ready;
  }

  getAppPath(): string {
    return this.#settings.projectFolder;
  }

  getPath(name: string): string {
    if (name === 'userData') return this.#settings.userData;
    if (name === 'documents') return join(this.#settings.userData, 'documents');
    throw new Error(`The stand-in for Electron does not implement app.getPath('${name}').`);
  }

  getVersion(): string {
    const file = join(this.#settings.projectFolder, 'package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }

  getPreferredSystemLanguages(): string[] {
    return [this.#settings.locale];
  }

  enableSandbox(): void {
    if (this.#ready) throw new Error('enableSandbox must come before ready.');
  }

  requestSingleInstanceLock(): boolean {
    return true;
  }

  quit(): void {
    this.#quit();
  }

  exit(code = 0): void {
    if (code !== 0) console.error(`The app ended with exit code ${code}.`);
    this.#quit();
  }
}
