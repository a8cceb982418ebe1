import type { HeatColumns } from '#shared/analysis/heat-density.ts';
import { heat } from '#shared/jobs/heat.ts';
import { heatPixels, topValue } from './heat-colours.ts';
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
  const { number, options, theme } = request;
  heat(
    { ...options, chunks: [...chunks.values()] },
    { signal: controller.signal, progress: () => {} },
  ).then(
    (grid) => {
      if (!grid) {
        answer({ number, picture: null });
        return;
      }
      // Coloured here, for a pass over a million cells would hold up the window.
      const { values, ...rest } = grid;
      const top = topValue(values);
      const pixels = heatPixels(grid, top, theme);
      answer({ number, picture: { ...rest, pixels, top, theme } }, [pixels.buffer]);
    },
    (error: unknown) => {
      if (!controller.signal.aborted) answer({ number, failed: String(error) });
    },
  );
};
