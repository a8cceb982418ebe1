import { type BrowserWindow, dialog } from 'electron';
import type { HostFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { currentLocale } from '#electron/menu/locale.ts';
import { takeWaitingFiles } from '#electron/windows/opened-files.ts';
import { readAndRemember } from './file-dialogs.ts';

function tell(error: unknown, window: BrowserWindow): void {
  const { t } = createTranslator(currentLocale());
  const message =
    error instanceof HostError ? String(t(error.key as never, error.params)) : String(error);
  void dialog.showMessageBox(window, { type: 'error', message });
}

/**
 * Reads the project files that were double-clicked. One that cannot be read is told in a message
 * of its own and does not hold back the others.
 */
export async function takeOpenedFiles(window: BrowserWindow): Promise<HostFile[]> {
  const files: HostFile[] = [];
  for (const path of takeWaitingFiles()) {
    try {
      files.push(await readAndRemember(path));
    } catch (error) {
      tell(error, window);
    }
  }
  return files;
}
