import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultProfileFolder } from '#electron/browser-host/profile-folder.ts';

test.each([
  ['linux', {}, join('/home/li', '.local', 'share', 'hengzong')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'hengzong')],
  ['linux', { XDG_DATA_HOME: '' }, join('/home/li', '.local', 'share', 'hengzong')],
  ['darwin', {}, join('/home/li', 'Library', 'Application Support', 'Hengzong')],
  ['win32', { LOCALAPPDATA: '/local' }, join('/local', 'Hengzong')],
  ['win32', {}, join('/home/li', 'AppData', 'Local', 'Hengzong')],
] as const)('on %s with %o', (platform, environment, folder) => {
  expect(defaultProfileFolder(platform, environment, '/home/li')).toBe(folder);
});
