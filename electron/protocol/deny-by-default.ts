import { app, session, type WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** What our own pages may ask for; everything else is denied, and so is every other page. */
const granted = new Set(['fullscreen', 'clipboard-sanitized-write', 'persistent-storage']);

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies navigation away from the app, new windows, web views, frames and permissions. */
export function denyByDefault(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(granted.has(permission) && details.isMainFrame && isAppUrl(details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) =>
      granted.has(permission) && details.isMainFrame && isAppUrl(requestingOrigin),
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
}
