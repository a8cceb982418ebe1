import { BrowserWindow, ipcMain } from 'electron';
import type { ChannelName } from '#shared/host/bridge.ts';
import {
  type ChannelInput,
  type ChannelOutput,
  channels,
  type Reply,
} from '#shared/host/channels.ts';
import { HostError } from '#shared/host/host-error.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** Does what a message asks for; `window` is the one that sent it. */
export type ChannelHandler<Name extends ChannelName> = (
  input: ChannelInput<Name>,
  window: BrowserWindow,
) => ChannelOutput<Name> | Promise<ChannelOutput<Name>>;

function refusal({ key, params }: HostError): Reply {
  return { ok: false, key, params };
}

/**
 * Answers one channel. A message is dropped before its handler sees it when it comes from a
 * foreign page or a frame inside a page, or when it does not have the shape channels.ts states.
 */
export function answerChannel<Name extends ChannelName>(
  name: Name,
  handle: ChannelHandler<Name>,
): void {
  ipcMain.handle(name, async (event, message: unknown): Promise<Reply> => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!window || !isTrustedSender(event)) return refusal(new HostError('host.untrusted'));
    const input = channels[name].input.safeParse(message);
    if (!input.success) return refusal(new HostError('host.malformed', { channel: name }));
    try {
      return { ok: true, value: await handle(input.data as ChannelInput<Name>, window) };
    } catch (error) {
      if (error instanceof HostError) return refusal(error);
      console.error(error);
      const reason = error instanceof Error ? error.message : String(error);
      return refusal(new HostError('host.failed', { reason }));
    }
  });
}
