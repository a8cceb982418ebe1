import { app } from 'electron';
import { answerWindows } from './ipc/answer-windows.ts';
import { showMenu } from './menu/menu.ts';
import { blockNetwork, declareAppScheme, serveAppScheme } from './protocol/app-scheme.ts';
import { denyByDefault } from './protocol/deny-by-default.ts';
import { openAppWindow } from './windows/open-window.ts';
import { becomeOnlyInstance } from './windows/opened-files.ts';
import { quitWithLastWindow } from './windows/quit-with-last-window.ts';

async function start(): Promise<void> {
  app.enableSandbox();
  declareAppScheme();
  quitWithLastWindow();
  await app.whenReady();
  serveAppScheme();
  blockNetwork();
  denyByDefault();
  answerWindows();
  showMenu();
  openAppWindow('planner', null);
}

if (becomeOnlyInstance()) {
  start().catch((error: unknown) => {
    console.error(error);
    app.exit(1);
  });
} else {
  app.quit();
}
