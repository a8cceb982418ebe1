import { app, Menu } from 'electron';
import type { MenuCommand } from '#shared/host/host.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import type { Locale } from '#shared/model/locale.ts';
import { sendEvent } from '#electron/ipc/send-event.ts';
import { bringToFront, frontPlanner, openAppWindow } from '#electron/windows/open-window.ts';
import { currentLocale, rememberLocale } from './locale.ts';
import { menuTemplate } from './menu-template.ts';

/** Commands are the planner's: it comes to front, and one is opened where there is none. */
function run(command: MenuCommand): void {
  const planner = frontPlanner();
  if (!planner) return openAppWindow('planner', null);
  bringToFront(planner);
  sendEvent(planner, 'menuCommand', command);
}

/** Builds the menu bar in the current language. */
export function showMenu(): void {
  const { t } = createTranslator(currentLocale());
  const template = menuTemplate((key) => t(key), run, {
    mac: process.platform === 'darwin',
    packaged: app.isPackaged,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Remembers the language and rebuilds the menu in it. */
export function switchLocale(locale: Locale): void {
  rememberLocale(locale);
  showMenu();
}
