import * as z from 'zod';

const message = z.object({ sequence: z.number().int().nonnegative() });

/**
 * Tells the other windows of a project that its log has grown. Only the number of the last row is
 * sent: readers take the rows from the database, so a missed message costs nothing.
 */
export function openProjectChannel(projectId: string, onGrown: (sequence: number) => void) {
  const channel = new BroadcastChannel(`hengzong-project-${projectId}`);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const parsed = message.safeParse(event.data);
    if (parsed.success) onGrown(parsed.data.sequence);
  };
  return {
    announce: (sequence: number) =>
      channel.postMessage({ sequence } satisfies z.input<typeof message>),
    close: () => channel.close(),
  };
}
