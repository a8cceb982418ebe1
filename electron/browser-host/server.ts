import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { TileSwitch } from '#electron/online/tile-switch.ts';
import { answerRequest, type Served } from './answer-request.ts';

export interface RunningServer {
  /** Address of the app with a slash at the end. */
  url: string;
  port: number;
  /** Stops listening and drops what is still open. */
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', fail);
      done((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Serves the app to this machine alone, on `port` or, when that is null, on a free one.
 * @throws Error with code EADDRINUSE when the port is taken.
 */
export async function startServer(
  served: Served,
  {
    port: wanted = null,
    profileId = randomUUID(),
  }: { port?: number | null; profileId?: string } = {},
): Promise<RunningServer> {
  let port = 0;
  const tiles = new TileSwitch(
    served.data === undefined ? null : join(served.data, 'online-tiles.json'),
  );
  const server = createServer((request, response) => {
    answerRequest(request, response, { served, port, profileId, tiles }).catch(() => {
      // The window went away in the middle, or the file did: either way this answer is over.
      response.destroy();
    });
  });
  port = await listen(server, wanted ?? 0);
  return {
    url: `http://127.0.0.1:${port}/`,
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
