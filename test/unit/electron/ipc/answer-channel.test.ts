import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerChannel } from '#electron/ipc/answer-channel.ts';
import { HostError } from '#shared/host/host-error.ts';

type Listener = (event: object, message: unknown) => Promise<unknown>;
const electron = vi.hoisted(() => ({ listeners: {} as Record<string, Listener>, window: {} }));
vi.mock('electron', () => ({
  app: { isPackaged: true },
  BrowserWindow: { fromWebContents: (sender: unknown) => (sender ? electron.window : null) },
  ipcMain: {
    handle: (name: string, listener: Listener) => {
      electron.listeners[name] = listener;
    },
  },
}));

const page = { url: 'app://hengzong/planner.html', parent: null };
const event = { sender: {}, senderFrame: page };
const answer = (from: object, message: unknown) => electron.listeners['keepAwake']?.(from, message);
const handler = vi.fn();

beforeEach(() => {
  handler.mockReset().mockReturnValue(null);
  answerChannel('keepAwake', handler);
});

describe('answerChannel', () => {
  it('gives the handler the message and the window that sent it', async () => {
    expect(await answer(event, true)).toEqual({ ok: true, value: null });
    expect(handler).toHaveBeenCalledWith(true, electron.window);
  });

  it.each([
    ['a foreign page', { ...page, url: 'https://example.org/' }],
    ['a page whose address only looks like ours', { ...page, url: 'app://hengzong.example/' }],
    ['a frame inside our page', { ...page, parent: page }],
    ['a frame that is gone', null],
  ])('drops what comes from %s', async (_who, senderFrame) => {
    expect(await answer({ ...event, senderFrame }, true)).toMatchObject({ key: 'host.untrusted' });
    expect(handler).not.toHaveBeenCalled();
  });

  it('drops what comes from no window', async () => {
    expect(await answer({ ...event, sender: null }, true)).toMatchObject({ key: 'host.untrusted' });
  });

  it.each([undefined, null, 1, 'true', { on: true }])('drops %j as malformed', async (message) => {
    expect(await answer(event, message)).toEqual({
      ok: false,
      key: 'host.malformed',
      params: { channel: 'keepAwake' },
    });
    expect(handler).not.toHaveBeenCalled();
  });

  it('carries a refusal as its text key, and any other error as its message', async () => {
    handler.mockRejectedValueOnce(new HostError('host.write.full', { name: 'a' }));
    expect(await answer(event, true)).toEqual({
      ok: false,
      key: 'host.write.full',
      params: { name: 'a' },
    });
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    handler.mockRejectedValueOnce(new Error('odd'));
    expect(await answer(event, true)).toEqual({
      ok: false,
      key: 'host.failed',
      params: { reason: 'odd' },
    });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
