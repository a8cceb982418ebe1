/**
 * Chromium without Electron knows no `app:` scheme, so each address of it is mapped onto an https
 * one that no network has: `app://hengzong/x` <-> `https://hengzong.app.standin.test/x`.
 */
const suffix = '.standin.test';

export function toPageUrl(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (['about:', 'blob:', 'data:', 'http:', 'https:'].includes(protocol)) return url;
  return `https://${host}.${protocol.slice(0, -1)}${suffix}${pathname}${search}${hash}`;
}

/** The address as the app knows it; addresses that were never mapped stay as they are. */
export function toAppUrl(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (protocol !== 'https:' || !host.endsWith(suffix)) return url;
  const name = host.slice(0, -suffix.length);
  const dot = name.lastIndexOf('.');
  return `${name.slice(dot + 1)}://${name.slice(0, dot)}${pathname}${search}${hash}`;
}
