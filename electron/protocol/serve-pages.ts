import { readFile } from 'node:fs/promises';
import { appHost } from './app-origin.ts';
import { securityHeaders } from './content-security-policy.ts';
import { mimeType } from './mime-type.ts';
import { pathBelow } from './resolve-below.ts';

function answer(status: number, body: BodyInit | null, type: string): Response {
  return new Response(body, {
    status,
    headers: { ...securityHeaders, 'Content-Type': type, 'Cache-Control': 'no-cache' },
  });
}

/**
 * Answers `app://hengzong/…` from the files below `folder`; every other host, method and path is
 * refused, and every answer carries the security headers.
 */
export function servePages(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const refuse = (status: number) => answer(status, null, 'text/plain; charset=utf-8');
    const url = new URL(request.url);
    if (url.host !== appHost) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    let path: string;
    try {
      path = decodeURIComponent(url.pathname).slice(1);
    } catch {
      return refuse(400);
    }
    const file = pathBelow(folder, path);
    if (!file) return refuse(404);
    try {
      const body = await readFile(file);
      return answer(200, request.method === 'HEAD' ? null : body, mimeType(file));
    } catch {
      return refuse(404);
    }
  };
}
