import { describe, expect, it, vi } from 'vitest';
import { createElectronHost } from '#renderer/host/electron-host.ts';
import type { HostBridge } from '#shared/host/bridge.ts';
import type { Reply } from '#shared/host/channels.ts';
import type { HostFile } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';

const info = { kind: 'electron', version: '0.1.0', locale: 'zh-CN' };
const file: HostFile = { name: 'a.hengzong', bytes: new Uint8Array([1]) };
const ok = (value: unknown): Reply => ({ ok: true, value });

/** A preload whose main process answers as `answers` say, and sends what the test sends. */
function bridgeTo(answers: Record<string, (input: unknown) => unknown>) {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const asked: [string, unknown][] = [];
  const bridge: HostBridge = {
    async invoke(channel, input) {
      asked.push([channel, input]);
      if (channel === 'info') return ok(info);
      const answer = answers[channel];
      if (!answer) throw new Error(`Nobody answers ${channel}.`);
      return answer(input);
    },
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => all.delete(listener);
    },
  };
  const send = (event: string, payload: unknown) =>
    listeners.get(event)?.forEach((listener) => listener(payload));
  return { bridge, asked, send };
}

describe('createElectronHost', () => {
  it('knows the machine before it is used', async () => {
    expect((await createElectronHost(bridgeTo({}).bridge)).info).toEqual(info);
  });

  it('passes on what is asked and what is answered', async () => {
    const { bridge, asked } = bridgeTo({ openFiles: () => ok([file]), keepAwake: () => ok(null) });
    const host = await createElectronHost(bridge);
    const options = { title: 'Open', filters: [], multiple: false };
    expect(await host.openFiles(options)).toEqual([file]);
    expect(await host.keepAwake(true)).toBeUndefined();
    expect(asked.slice(1)).toEqual([
      ['openFiles', options],
      ['keepAwake', true],
    ]);
  });

  it('throws a refusal as a text key with its parameters', async () => {
    const refusal: Reply = { ok: false, key: 'host.read.denied', params: { name: 'a.csv' } };
    const host = await createElectronHost(bridgeTo({ openFiles: () => refusal }).bridge);
    const opening = host.openFiles({ title: '', filters: [], multiple: false });
    await expect(opening).rejects.toThrow(HostError);
    await expect(opening).rejects.toMatchObject({ key: refusal.key, params: refusal.params });
  });

  it.each([
    ['no envelope', [file]],
    ['a file without bytes', ok([{ name: 'a' }])],
    ['bytes that are none', ok([{ name: 'a', bytes: 'abc' }])],
  ])('refuses an answer with %s', async (_what, answer) => {
    const host = await createElectronHost(bridgeTo({ openFiles: () => answer }).bridge);
    await expect(host.openFiles({ title: '', filters: [], multiple: false })).rejects.toThrow();
  });

  it('hears menu commands until it stops listening, and only those that exist', async () => {
    const { bridge, send } = bridgeTo({});
    const host = await createElectronHost(bridge);
    const heard = vi.fn();
    const stop = host.onMenuCommand(heard);
    send('menuCommand', 'undo');
    expect(() => send('menuCommand', 'format.disk')).toThrow();
    stop();
    send('menuCommand', 'redo');
    expect(heard.mock.calls).toEqual([['undo']]);
  });

  it('hands over files that were waiting, and those that come later, once each', async () => {
    const waiting: HostFile[] = [file];
    const { bridge, send } = bridgeTo({ takeOpenedFiles: () => ok(waiting.splice(0)) });
    const host = await createElectronHost(bridge);
    const first = vi.fn();
    // React mounts, unmounts and mounts again in development: the file must survive that.
    host.onFileOpened(first)();
    await Promise.resolve();
    const opened = vi.fn();
    host.onFileOpened(opened);
    await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
    const second = { ...file, name: 'b.hengzong' };
    waiting.push(second);
    send('fileWaiting', null);
    await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(2));
    expect(opened.mock.calls).toEqual([[file], [second]]);
    expect(first).not.toHaveBeenCalled();
  });
});
