import { app } from 'electron';

export const appScheme = 'app';
export const appHost = 'hengzong';

/**
 * Where the pages come from: `app://hengzong`, or the development server when electron-vite
 * started an unpackaged app. Node's URL knows no origin for `app:`, so it is put together here.
 */
export function appOrigin(): string {
  const server = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  return server ? new URL(server).origin : `${appScheme}://${appHost}`;
}

/** True when `url` is a page of this app and of nobody else. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return `${protocol}//${host}` === appOrigin() && username === '' && password === '';
}
