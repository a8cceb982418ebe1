import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { denyByDefault } from '#electron/protocol/deny-by-default.ts';

const electron = vi.hoisted(() => ({
  listeners: {} as Record<string, (event: unknown, contents: unknown) => void>,
  handlers: {} as Record<string, (...parts: never[]) => unknown>,
}));
vi.mock('electron', () => {
  const keep = (name: string) => (handler: (...parts: never[]) => unknown) => {
    electron.handlers[name] = handler;
  };
  return {
    app: {
      isPackaged: true,
      on: (name: string, listener: () => void) => {
        electron.listeners[name] = listener;
      },
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
      },
    },
  };
});

class Contents extends EventEmitter {
  popup: (() => { action: string }) | null = null;
  setWindowOpenHandler(handler: () => { action: string }) {
    this.popup = handler;
  }
  /** Whether an event of this kind was stopped. */
  stops(name: string, details: object): boolean {
    const preventDefault = vi.fn();
    this.emit(name, { ...details, preventDefault });
    return preventDefault.mock.calls.length > 0;
  }
}

const own = 'app://hengzong/planner.html';
const foreign = 'https://example.org/';
let contents: Contents;

beforeEach(() => {
  denyByDefault();
  contents = new Contents();
  electron.listeners['web-contents-created']?.({}, contents);
});

describe('denyByDefault', () => {
  it.each(['will-navigate', 'will-redirect'])('lets %s go only to its own pages', (name) => {
    expect(contents.stops(name, { url: own })).toBe(false);
    expect(contents.stops(name, { url: foreign })).toBe(true);
  });

  it('lets no frame inside a page load anything', () => {
    const name = 'will-frame-navigate';
    expect(contents.stops(name, { url: own, isMainFrame: true })).toBe(false);
    expect(contents.stops(name, { url: own, isMainFrame: false })).toBe(true);
    expect(contents.stops(name, { url: foreign, isMainFrame: true })).toBe(true);
  });

  it('opens no windows and no web views for pages', () => {
    expect(contents.popup?.()).toEqual({ action: 'deny' });
    expect(contents.stops('will-attach-webview', {})).toBe(true);
  });

  it.each([
    ['fullscreen', own, true, true],
    ['clipboard-sanitized-write', own, true, true],
    ['fullscreen', own, false, false],
    ['fullscreen', foreign, true, false],
    ['geolocation', own, true, false],
    ['media', own, true, false],
    ['notifications', own, true, false],
    ['openExternal', own, true, false],
  ])('answers a request for %s from %s (main frame: %s) with %s', (name, from, main, granted) => {
    const decide = vi.fn();
    const ask = electron.handlers['request'] as unknown as (...parts: unknown[]) => void;
    ask({}, name, decide, { isMainFrame: main, requestingUrl: from });
    expect(decide).toHaveBeenCalledWith(granted);
    const check = electron.handlers['check'] as unknown as (...parts: unknown[]) => boolean;
    expect(check({}, name, new URL('/', from).href, { isMainFrame: main })).toBe(granted);
  });

  it('gives no devices', () => {
    expect(electron.handlers['device']?.()).toBe(false);
  });
});
