import { request } from 'node:http';
import { expect, test } from './driver/test.ts';

test('the first window carries the product in its title', async ({ app }) => {
  const planner = await app.start();
  await expect(planner).toHaveTitle(new RegExp(app.text('app.name')));
});

test('inline scripts, scripts from text and other machines are refused', async ({ app }) => {
  const planner = await app.start();
  const blocked = await planner.evaluate(async () => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      directives.push(event.effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineScriptRan = true';
    document.head.append(script);
    const fetched = await fetch('https://example.invalid/').then(
      () => true,
      () => false,
    );
    await new Promise((done) => setTimeout(done, 200));
    return { directives, fetched, ran: 'inlineScriptRan' in globalThis };
  });
  expect(blocked.ran).toBe(false);
  expect(blocked.fetched).toBe(false);
  expect(blocked.directives).toEqual(expect.arrayContaining(['script-src-elem', 'connect-src']));
  // Both refusals are what was asked for here.
  expect(app.errors.length).toBeGreaterThan(0);
  app.errors.splice(0);
  app.foreignRequests.splice(0);
});

test('a page may not be framed or navigate to another machine', async ({ app }) => {
  const planner = await app.start();
  const before = planner.url();
  await planner.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = location.href;
    document.body.append(frame);
  });
  await expect
    .poll(() => app.errors.some((text) => /frame-src|frame-ancestors|Framing/.test(text)))
    .toBe(true);
  app.errors.splice(0);
  expect(planner.url()).toBe(before);
});

/** Sends a path as it is: neither folded nor encoded, unlike `fetch`. */
function status(port: number, path: string, headers = {}, method = 'GET'): Promise<number> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    })
      .on('error', fail)
      .end();
  });
}

test.describe('the server on 127.0.0.1', () => {
  test.skip(({ host }) => host !== 'browser-host', 'Electron serves no port');

  test('answers only to its own name', async ({ server: { port } }) => {
    const planner = '/planner.html';
    expect(await status(port, planner)).toBe(200);
    expect(await status(port, planner, { host: `localhost:${port}` })).toBe(200);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
    ]) {
      expect(await status(port, planner, { host }), host).toBe(421);
    }
  });

  test('reads and never writes', async ({ server: { port } }) => {
    expect(await status(port, '/planner.html', {}, 'HEAD')).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await status(port, '/planner.html', {}, method), method).toBe(405);
    }
  });

  test('shows nothing outside its two folders', async ({ server: { port } }) => {
    const outside = [
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/assets/../../../package.json',
      '/resources/../package.json',
      '/resources/%2e%2e/package.json',
      '/..\\..\\package.json',
      '/assets',
      '//etc/passwd',
      '/%00',
    ];
    for (const path of outside) expect(await status(port, path), path).toBe(404);
    expect(await status(port, '/%')).toBe(400);
  });
});
