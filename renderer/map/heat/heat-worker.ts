import type { HeatColumns } from '#shared/analysis/heat-density.ts';
import { heat } from '#shared/jobs/heat.ts';
import type { HeatReply, HeatRequest } from './heat-messages.ts';

/** Columns stay here between two computations: a new filter costs no copying of a million issues. */
const chunks = new Map<string, HeatColumns>();
let running: AbortController | null = null;

const answer = (reply: HeatReply, transfer: Transferable[] = []) =>
  self.postMessage(reply, { transfer });

self.onmessage = (event: MessageEvent<HeatRequest>) => {
  const request = event.data;
  if (request.type === 'chunk') {
    if (request.columns) chunks.set(request.id, request.columns);
    else chunks.delete(request.id);
    return;
  }
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const { number, options } = request;
  heat(
    { ...options, chunks: [...chunks.values()] },
    { signal: controller.signal, progress: () => {} },
  ).then(
    (grid) => answer({ number, grid }, grid ? [grid.values.buffer] : []),
    (error: unknown) => {
      if (!controller.signal.aborted) answer({ number, failed: String(error) });
    },
  );
};
