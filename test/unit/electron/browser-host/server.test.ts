import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRunningInstance } from '#electron/browser-host/running-instance.ts';
import { type RunningServer, startServer } from '#electron/browser-host/server.ts';
import { contentSecurityPolicy } from '#electron/protocol/content-security-policy.ts';

const profileId = '6f2f0a52-52d5-4d0a-9a47-1f6c1c6d8f11';
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-server-'));
  for (const name of ['pages/assets', 'resources/sample', 'secret']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, 'pages/planner.html'), '<title>横纵</title>');
  await writeFile(join(folder, 'pages/assets/a.js'), 'export {};');
  await writeFile(join(folder, 'resources/sample/海淀.json'), '{}');
  await writeFile(join(folder, 'secret/key'), 'secret');
  await symlink(join(folder, 'secret/key'), join(folder, 'pages/link'));
  server = await startServer(
    { pages: join(folder, 'pages'), resources: join(folder, 'resources') },
    { profileId },
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** Sends the path as it is, unlike `fetch`, which would fold `..` first. */
function ask(path: string, headers = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: server.port, path, method, headers }, (answer) => {
      let body = '';
      answer.on('data', (part: Buffer) => (body += part.toString()));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
      );
    })
      .on('error', fail)
      .end();
  });
}

test('serves pages and resources with the security headers', async () => {
  const page = await ask('/planner.html?project=1');
  expect(page).toMatchObject({ status: 200, body: '<title>横纵</title>' });
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
  });
  expect((await ask(`/resources/sample/${encodeURIComponent('海淀.json')}`)).body).toBe('{}');
  expect((await ask('/assets/a.js')).headers['content-type']).toMatch('text/javascript');
});

test('leads the bare address to the planner', async () => {
  expect(await ask('/')).toMatchObject({ status: 302, headers: { location: '/planner.html' } });
});

test('answers HEAD without a body', async () => {
  expect(await ask('/planner.html', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test.each(['evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]:80'])(
  'refuses the host name "%s"',
  async (host) => {
    const answer = await ask('/planner.html', { host });
    expect(answer.status).toBe(421);
    expect(answer.headers).not.toHaveProperty('x-hengzong-profile');
  },
);

test.each([
  '/../secret/key',
  '/%2e%2e/secret/key',
  '/..%2fsecret%2fkey',
  '/assets/../../secret/key',
  '/resources/../secret/key',
  '/resources/sample/../../secret/key',
  '/..\\secret\\key',
  '/link',
  '/assets',
  '/resources/',
  '/%00',
  '/missing',
])('does not show %s', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, body: '' });
});

test('refuses a path that is not one', async () => {
  expect((await ask('/%')).status).toBe(400);
  expect((await ask('*')).status).toBe(400);
});

test('is recognised by its own profile alone', async () => {
  expect(await isRunningInstance(server.port, profileId)).toBe(true);
  expect(await isRunningInstance(server.port, '00000000-0000-4000-8000-000000000000')).toBe(false);
});

test('refuses a port that is taken', async () => {
  const second = startServer({ pages: folder, resources: folder }, { port: server.port });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
