import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '#electron/browser-host/server.ts';
import { fetchTile } from '#electron/online/fetch-tile.ts';
import { largestTile, tileHeader, tilePath, tileSwitchPath } from '#shared/model/tile-address.ts';

const answers: Record<string, { type: string; body: string; status?: number }> = {
  '/1/2/3.png': { type: 'image/png', body: 'a tile' },
  '/page': { type: 'text/html', body: '<html>' },
  '/drawn': { type: 'image/svg+xml', body: '<svg/>' },
  '/missing': { type: 'image/png', body: '', status: 404 },
  '/huge': { type: 'image/png', body: 'x'.repeat(largestTile + 1) },
};

let tiles: Server;
let base = '';
const asked: string[] = [];
beforeAll(async () => {
  tiles = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/away')
      return void response.writeHead(302, { Location: '/1/2/3.png' }).end();
    const { type, body, status = 200 } = answers[request.url ?? ''] ?? answers['/missing']!;
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((done) => tiles.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`;
});
afterAll(() => void tiles.close());

describe('a tile from the network', () => {
  it('is a picture of a bearable size, or nothing', async () => {
    expect(await fetchTile(`${base}/1/2/3.png`)).toEqual(new TextEncoder().encode('a tile'));
    for (const path of ['/page', '/drawn', '/missing', '/huge', '/away']) {
      expect(await fetchTile(base + path), path).toBeNull();
    }
    for (const url of [
      'file:///etc/passwd',
      'app://hengzong/x',
      base.replace('//', '//a:b@'),
      '',
    ]) {
      expect(await fetchTile(url), url).toBeNull();
    }
  });

  it('reaches our own page by way of the server, and no other page', async () => {
    const server = await startServer({ pages: 'test', resources: 'test' });
    try {
      const url = `${server.url.slice(0, -1)}${tilePath}?url=${encodeURIComponent(`${base}/1/2/3.png`)}`;
      // Off, as it is until the user switches an address on.
      const askedBefore = asked.length;
      const off = await fetch(url, { headers: { [tileHeader]: '1' } });
      expect([off.status, asked.length]).toEqual([204, askedBefore]);
      const turn = (to: unknown, headers: Record<string, string> = { [tileHeader]: '1' }) =>
        fetch(`${server.url.slice(0, -1)}${tileSwitchPath}`, {
          method: 'PUT',
          headers,
          body: JSON.stringify(to),
        });
      expect((await turn(`${base}/{z}/{x}/{y}.png`, {})).status).toBe(403);
      expect((await turn(`${base}/no-place.png`)).status).toBe(400);
      expect((await turn('x'.repeat(10_000))).status).toBe(400);
      expect((await turn(`${base}/{z}/{x}/{y}.png`)).status).toBe(200);
      const own = await fetch(url, { headers: { [tileHeader]: '1' } });
      expect(await own.text()).toBe('a tile');
      const before = asked.length;
      const head = await fetch(url, { method: 'HEAD', headers: { [tileHeader]: '1' } });
      expect(head.status).toBe(405);
      expect((await fetch(url)).status).toBe(403);
      const foreign = { [tileHeader]: '1', 'Sec-Fetch-Site': 'cross-site' };
      expect((await fetch(url, { headers: foreign })).status).toBe(403);
      expect(asked.length).toBe(before);
    } finally {
      await server.close();
    }
  });
});
