import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { servePages } from '#electron/protocol/serve-pages.ts';

vi.mock('electron', () => ({ app: { isPackaged: true } }));

let folder: string;
const get = (url: string, method = 'GET') => servePages(folder)(new Request(url, { method }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'planner.html'), '<p>planner</p>');
  await writeFile(join(folder, 'assets', '图 1.js'), 'export {}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('servePages', () => {
  it('serves a page with its type, whatever the query', async () => {
    const answer = await get('app://hengzong/planner.html?project=1');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe('<p>planner</p>');
  });

  it('gives scripts the type without which Chromium refuses them', async () => {
    const answer = await get(`app://hengzong/assets/${encodeURIComponent('图 1.js')}`);
    expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  });

  it('answers HEAD without a body', async () => {
    const answer = await get('app://hengzong/planner.html', 'HEAD');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it.each([
    ['app://other/planner.html', 'GET', 403],
    ['app://hengzong/planner.html', 'POST', 405],
    ['app://hengzong/%zz', 'GET', 400],
    ['app://hengzong/missing.html', 'GET', 404],
    ['app://hengzong/assets', 'GET', 404],
    ['app://hengzong/', 'GET', 404],
    ['app://hengzong/%2e%2e%2fpackage.json', 'GET', 404],
    ['app://hengzong/assets/..%5c..%5cpackage.json', 'GET', 404],
  ])('refuses %s by %s with %i', async (url, method, status) => {
    expect((await get(url, method)).status).toBe(status);
  });

  it('puts the security policy on every answer, refusals too', async () => {
    for (const url of ['app://hengzong/planner.html', 'app://hengzong/no', 'app://other/']) {
      const { headers } = await get(url);
      const policy = headers.get('Content-Security-Policy');
      expect(policy).toContain("default-src 'none'");
      // Compiling WebAssembly is allowed, text as code is not.
      expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  });
});
