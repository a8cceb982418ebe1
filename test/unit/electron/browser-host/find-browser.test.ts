import { expect, test } from 'vitest';
import { findBrowser } from '#electron/browser-host/find-browser.ts';

const only = (path: string) => (candidate: string) => candidate === path;

test.each([
  ['linux', { PATH: '/opt/x:/usr/local/bin' }, '/usr/local/bin/google-chrome'],
  ['linux', {}, '/snap/bin/chromium'],
  ['darwin', { HOME: '/Users/li' }, '/Users/li/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['darwin', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  [
    'win32',
    { PROGRAMFILES: 'C:\\Program Files' },
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\li\\AppData\\Local' },
    'C:\\Users\\li\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
] as const)('on %s with %o finds %s', (platform, environment, path) => {
  expect(findBrowser(platform, environment, only(path))).toBe(path);
});

test('prefers Chromium to Chrome to Edge, and finds nothing where nothing is', () => {
  const all = findBrowser('linux', { PATH: '/usr/bin' }, () => true);
  expect(all).toBe('/usr/bin/chromium');
  expect(findBrowser('linux', { PATH: '/usr/bin' }, () => false)).toBeNull();
});
