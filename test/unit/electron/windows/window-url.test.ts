import { describe, expect, it, vi } from 'vitest';
import { parseWindowUrl, windowUrl } from '#electron/windows/window-url.ts';

vi.mock('electron', () => ({ app: { isPackaged: true } }));

describe('windowUrl', () => {
  it('names the page and the project, and can be read back', () => {
    expect(windowUrl('wall', 'a b')).toBe('app://hengzong/wall.html?project=a%20b');
    expect(windowUrl('planner', null)).toBe('app://hengzong/planner.html');
    for (const projectId of ['a b', null]) {
      expect(parseWindowUrl(windowUrl('briefing', projectId))).toEqual({
        window: 'briefing',
        projectId,
      });
    }
  });

  it.each(['', 'about:blank', 'app://hengzong/', 'app://hengzong/assets/wall.html'])(
    'takes %j for no window',
    (url) => {
      expect(parseWindowUrl(url)).toBeNull();
    },
  );
});
