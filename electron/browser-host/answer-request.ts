import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { freeSpace } from '#electron/files/free-space.ts';
import { securityHeaders } from '#electron/protocol/content-security-policy.ts';
import type { TileSwitch } from '#electron/online/tile-switch.ts';
import { mimeType } from '#electron/protocol/mime-type.ts';
import { resolveBelow } from '#electron/protocol/resolve-below.ts';
import { diskFreePath } from '#shared/model/disk-free-path.ts';
import { tileTemplate } from '#shared/host/channels.ts';
import { tileHeader, tilePath, tileSwitchPath } from '#shared/model/tile-address.ts';

/** The folders whose files are reachable; nothing else on the machine is. */
export interface Served {
  /** The built pages, at `/`. */
  pages: string;
  /** What ships beside the code, at `/resources/`. */
  resources: string;
  /** Where the browser keeps its data, whose disk may run full; never served itself. */
  data?: string;
}

/** Header that names the profile, so that a second start recognises the first. */
export const profileHeader = 'X-Hengzong-Profile';

const resourcesPrefix = '/resources/';

/**
 * The path as it was sent, decoded once. The URL class would fold `..` away and so hide an attempt
 * to leave the folder; here it stays and is refused. Null when it is not a path.
 */
function requestedPath(target: string): string | null {
  try {
    return decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return null;
  }
}

async function findFile(asked: string, served: Served): Promise<string | null> {
  // Every browser asks for this one by itself: the app window's icon.
  const path = asked === '/favicon.ico' ? `${resourcesPrefix}icons/icon.ico` : asked;
  const file = path.startsWith(resourcesPrefix)
    ? await resolveBelow(served.resources, path.slice(resourcesPrefix.length))
    : await resolveBelow(served.pages, path.slice(1));
  return file !== null && (await stat(file)).isFile() ? file : null;
}

/** Whether our own page asks: others cannot send the header. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  return headers[tileHeader.toLowerCase()] === '1' && site === 'same-origin';
}

/** Passes a tile on to our own page; 204 when there is none, and while tiles are switched off. */
async function answerTile(
  request: IncomingMessage,
  response: ServerResponse,
  tiles: TileSwitch,
): Promise<void> {
  if (!isOwnPage(request)) return void response.writeHead(403).end();
  if (request.method !== 'GET') return void response.writeHead(405, { Allow: 'GET' }).end();
  const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
  const bytes = await tiles.fetch(searchParams.get('url') ?? '');
  response.writeHead(bytes ? 200 : 204, {
    'Content-Type': 'application/octet-stream',
    'Cache-Control': 'no-store',
  });
  response.end(bytes ?? undefined);
}

/** The longest body of a request that is read, in bytes. */
const longestBody = 8_000;

/** The JSON in the body of a request; undefined when it is none or too long. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > longestBody) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Tells our own page which address of tiles is switched on, or is told (PUT). */
async function answerSwitch(
  request: IncomingMessage,
  response: ServerResponse,
  tiles: TileSwitch,
): Promise<void> {
  if (!isOwnPage(request)) return void response.writeHead(403).end();
  if (request.method === 'PUT') {
    const wanted = tileTemplate.nullable().safeParse(await bodyOf(request));
    if (!wanted.success) return void response.writeHead(400).end();
    await tiles.turn(wanted.data);
  } else if (request.method !== 'GET') {
    return void response.writeHead(405, { Allow: 'GET, PUT' }).end();
  }
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(tiles.template));
}

/**
 * Answers one request. Refused are: a Host header other than this server's own (a foreign name
 * that was pointed at 127.0.0.1), methods other than GET and HEAD, and every path outside `served`.
 */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  {
    served,
    port,
    profileId,
    tiles,
  }: { served: Served; port: number; profileId: string; tiles: TileSwitch },
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const end = (status: number) => response.writeHead(status).end();

  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return void end(421);
  response.setHeader(profileHeader, profileId);
  const path = requestedPath(request.url ?? '');
  if (path === tileSwitchPath) return answerSwitch(request, response, tiles);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return void end(405);
  }
  if (path === null || !path.startsWith('/')) return void end(400);
  if (path === tilePath) return answerTile(request, response, tiles);
  if (path === '/') {
    response.setHeader('Location', '/planner.html');
    return void end(302);
  }
  if (path === diskFreePath) {
    const free = await freeSpace(served.data ?? served.pages);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    return void response.end(JSON.stringify(free));
  }
  const file = await findFile(path, served);
  if (file === null) return void end(404);
  const { size } = await stat(file);
  response.writeHead(200, {
    'Content-Type': mimeType(file),
    'Content-Length': size,
    // Names in assets/ carry a hash of the content; everything else is asked for again.
    'Cache-Control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(createReadStream(file), response);
}
