import type { WindowName } from '#shared/host/host.ts';
import { appOrigin } from '#electron/protocol/app-origin.ts';

/** Address of a window's page; a planner without a project shows the start screen. */
export function windowUrl(name: WindowName, projectId: string | null): string {
  const query = projectId === null ? '' : `?project=${encodeURIComponent(projectId)}`;
  return `${appOrigin()}/${name}.html${query}`;
}

/** Which window and project an address shows. Null when it is no page of ours. */
export function parseWindowUrl(
  url: string,
): { window: WindowName; projectId: string | null } | null {
  if (!URL.canParse(url)) return null;
  const { pathname, searchParams } = new URL(url);
  const window = /^\/(planner|wall|briefing)\.html$/.exec(pathname)?.[1] as WindowName | undefined;
  return window ? { window, projectId: searchParams.get('project') } : null;
}
