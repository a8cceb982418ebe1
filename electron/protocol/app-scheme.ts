import { protocol, session } from 'electron';
import { pagesFolder } from './app-folders.ts';
import { appOrigin, appScheme } from './app-origin.ts';
import { servePages } from './serve-pages.ts';

/** Gives `app:` the rights of https. Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built pages to the windows. */
export function serveAppScheme(): void {
  protocol.handle(appScheme, servePages(pagesFolder()));
}

/** Cancels every request that is not for the app's own pages: the app has no network. */
export function blockNetwork(): void {
  const allowed = new Set([`${appScheme}:`, 'blob:', 'data:', 'devtools:']);
  const origin = new URL(appOrigin());
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
    const { protocol: scheme, host } = new URL(details.url);
    // The development server, with its web socket; never in a packaged app.
    const own = origin.host === host && ['http:', 'ws:'].includes(origin.protocol);
    decide({ cancel: !allowed.has(scheme) && !own });
  });
}
