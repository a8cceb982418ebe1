import { app } from 'electron';
import { resolve } from 'node:path';
import { isProjectFile } from '#shared/formats/project-file/is-project-file.ts';
import { sendEvent } from '#electron/ipc/send-event.ts';
import { bringToFront, frontPlanner, openAppWindow } from './open-window.ts';

/** Project files that were double-clicked and that no window has taken yet. */
const waiting: string[] = [];

/** Project files among the words of a command line, as absolute paths. */
export function projectFilesIn(words: readonly string[], folder: string): string[] {
  return words
    .filter((word) => !word.startsWith('-') && isProjectFile(word))
    .map((word) => resolve(folder, word));
}

/** Empties the list: each file is handed over once. */
export function takeWaitingFiles(): string[] {
  return waiting.splice(0);
}

function announce(): void {
  const planner = frontPlanner();
  if (!planner) {
    if (app.isReady()) openAppWindow('planner', null);
    return;
  }
  bringToFront(planner);
  if (waiting.length > 0) sendEvent(planner, 'fileWaiting', null);
}

/**
 * Lets this process be the only one for its user, and collects the project files it is started
 * with. False in the second process, whose files go to the first and which must quit.
 */
export function becomeOnlyInstance(): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  waiting.push(...projectFilesIn(process.argv.slice(1), process.cwd()));
  app.on('second-instance', (_event, words, folder) => {
    waiting.push(...projectFilesIn(words.slice(1), folder));
    announce();
  });
  // macOS names double-clicked files this way, the first ones before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    waiting.push(path);
    announce();
  });
  return true;
}
