import type { ChannelInput } from '#shared/host/channels.ts';
import { HostError } from '#shared/host/host-error.ts';
import { findScreen } from './displays.ts';

type OpenWindow = ChannelInput<'openWindow'>;

const windowName = (window: string, projectId: string) => `hengzong-${window}-${projectId}`;

/** Lets a window that was opened by its address be found again like those opened by `open`. */
export function nameThisWindow(): void {
  const page = /^\/(\w+)\.html$/.exec(location.pathname)?.[1];
  const projectId = new URLSearchParams(location.search).get('project');
  if (page && projectId) self.name = windowName(page, projectId);
}

async function features({ window, displayId }: OpenWindow): Promise<string> {
  const display = displayId === null ? null : await findScreen(displayId);
  if (display === null) return 'popup';
  const { left, top, width, height } = display;
  const place = `popup,left=${left},top=${top},width=${width},height=${height}`;
  return window === 'wall' ? `${place},fullscreen` : place;
}

/**
 * Opens the window for a project or brings it to front as it is.
 * @throws HostError when the browser blocks new windows for this page.
 */
export async function openBrowserWindow(options: OpenWindow): Promise<void> {
  const { window, projectId, displayId } = options;
  const name = windowName(window, projectId);
  // Without an address an open window of that name is returned as it is, not loaded anew.
  const opened = open('', name, await features(options));
  if (!opened) throw new HostError('browserHost.popupBlocked');
  if (opened.location.href === 'about:blank') {
    const parameters = new URLSearchParams({ project: projectId });
    if (displayId !== null) parameters.set('display', displayId);
    opened.location.replace(new URL(`/${window}.html?${parameters}`, location.origin));
  }
  opened.focus();
}
