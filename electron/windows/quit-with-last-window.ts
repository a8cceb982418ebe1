import { app, BrowserWindow } from 'electron';
import { openAppWindow } from './open-window.ts';

/** Ends the app with its last window; on macOS it stays in the dock, where a click reopens it. */
export function quitWithLastWindow(): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openAppWindow('planner', null);
  });
}
