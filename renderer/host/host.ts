import type { Host } from '#shared/host/host.ts';
import { createElectronHost, electronBridge } from './electron-host.ts';

let host: Promise<Host> | undefined;

/** The machine this window runs on: Electron where its preload is present, else the browser. */
export function getHost(): Promise<Host> {
  host ??= pickHost();
  return host;
}

async function pickHost(): Promise<Host> {
  const bridge = electronBridge();
  if (bridge) return createElectronHost(bridge);
  const { createBrowserHost } = await import('./browser-host.ts');
  return createBrowserHost();
}
