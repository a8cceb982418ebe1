import { afterEach, describe, expect, it, vi } from 'vitest';
import { appOrigin, isAppUrl } from '#electron/protocol/app-origin.ts';

const app = vi.hoisted(() => ({ isPackaged: true }));
vi.mock('electron', () => ({ app }));

afterEach(() => {
  app.isPackaged = true;
  vi.unstubAllEnvs();
});

describe('isAppUrl', () => {
  it('knows its own pages', () => {
    expect(isAppUrl('app://hengzong/planner.html?project=1#x')).toBe(true);
  });

  it.each([
    'app://hengzong.example/planner.html',
    'app://example/hengzong',
    'app://user@hengzong/planner.html',
    'https://hengzong/planner.html',
    'file:///planner.html',
    'about:blank',
    'data:text/html,app://hengzong/',
    '',
  ])('does not take %j for its own', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });

  it('follows the development server only while the app is not packaged', () => {
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173/');
    expect(appOrigin()).toBe('app://hengzong');
    app.isPackaged = false;
    expect(appOrigin()).toBe('http://localhost:5173');
    expect(isAppUrl('app://hengzong/planner.html')).toBe(false);
  });
});
