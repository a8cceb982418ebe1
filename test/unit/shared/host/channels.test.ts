import { describe, expect, it } from 'vitest';
import { channelNames, eventNames } from '#shared/host/bridge.ts';
import { importExtensions } from '#shared/formats/registry.ts';
import { channels, events, reply } from '#shared/host/channels.ts';
import { menuCommands } from '#shared/host/host.ts';

const bytes = new Uint8Array([1, 2, 3]);
const project = '0d9a3a5e-6b0d-4e4a-9d3e-3c1f1d0b2a55';
const filters = [{ name: 'Project', extensions: ['hengzong'] }];

describe('channels', () => {
  it('has one row for every name, and no other', () => {
    expect(Object.keys(channels)).toEqual([...channelNames]);
    expect(Object.keys(events)).toEqual([...eventNames]);
  });

  it.each([
    ['openFiles', { title: 'Open', filters, multiple: true }],
    [
      'openFiles',
      { title: 'Import', filters: [{ name: '', extensions: importExtensions }], multiple: true },
    ],
    ['saveFile', { title: 'Save', suggestedName: '海淀区.hengzong', filters, bytes }],
    ['readResource', 'sample/haidian.hengzong'],
    ['openWindow', { window: 'wall', projectId: project, displayId: '2' }],
    ['setLocale', 'en'],
    ['keepAwake', true],
    ['closeWindow', null],
  ] as const)('takes what %s carries', (name, input) => {
    expect(channels[name].input.safeParse(input).success).toBe(true);
  });

  it.each([
    ['openFiles', { title: 'Open', filters, multiple: true, path: '/etc/passwd' }],
    [
      'openFiles',
      { title: 'Open', filters: [{ name: 'x', extensions: ['../x'] }], multiple: true },
    ],
    ['saveFile', { title: 'Save', suggestedName: '', filters, bytes }],
    ['saveFile', { title: 'Save', suggestedName: 'x', filters, bytes: [1, 2, 3] }],
    ['readResource', ''],
    ['openWindow', { window: 'settings', projectId: project, displayId: null }],
    ['openWindow', { window: 'wall', projectId: '../x', displayId: null }],
    ['setLocale', 'fr'],
    ['keepAwake', 'yes'],
    ['closeWindow', undefined],
  ] as const)('refuses a malformed %s', (name, input) => {
    expect(channels[name].input.safeParse(input).success).toBe(false);
  });

  it('lets only menu commands through as menu commands', () => {
    for (const command of menuCommands) expect(events.menuCommand.parse(command)).toBe(command);
    expect(events.menuCommand.safeParse('project.delete').success).toBe(false);
  });

  it('refuses an answer that is neither a value nor a refusal', () => {
    expect(reply.safeParse({ ok: true, value: null }).success).toBe(true);
    expect(reply.safeParse({ ok: false, key: 'host.failed', params: {} }).success).toBe(true);
    expect(reply.safeParse({ ok: false, value: 1 }).success).toBe(false);
  });
});
