import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import { expect, test } from './driver/test.ts';

/** The host of renderer/host as one script that leaves the host in `hostUnderTest`. */
async function bundleHost(): Promise<string> {
  const output = (await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(projectFolder, 'test/e2e/host-contract-entry.ts'),
        formats: ['iife'],
        name: 'hostReady',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const chunk = output[0]?.output[0];
  if (chunk === undefined) throw new Error('The host could not be bundled.');
  return `${chunk.code}; hostReady`;
}

let script: string;
let folder: string;

test.beforeAll(async () => {
  script = await bundleHost();
  folder = await mkdtemp(join(tmpdir(), 'hengzong-contract-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const filters = [{ name: 'Project', extensions: ['hengzong', 'zip'] }];
/** Every byte value, so that nothing on the way can take the content for text. */
const allBytes = Array.from({ length: 256 }, (_, value) => value);

async function withHost(page: Page): Promise<Page> {
  await page.evaluate(script);
  return page;
}

test('tells of itself and of what ships with the app, and of nothing else', async ({
  app,
  host,
}) => {
  const page = await withHost(await app.start());
  await test.step('says what it is', async () => {
    const info = await page.evaluate(() => hostUnderTest.info);
    expect(info.kind).toBe(host === 'browser-host' ? 'browser' : 'electron');
    expect(info.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(info.locale).toBe('zh-CN');
  });

  await test.step('knows the displays, one of them the main one', async () => {
    const displays = await page.evaluate(() => hostUnderTest.listDisplays());
    expect(displays.filter((display) => display.primary)).toHaveLength(1);
    expect(new Set(displays.map((display) => display.id)).size).toBe(displays.length);
    for (const display of displays) expect(display.width * display.height).toBeGreaterThan(0);
  });

  await test.step('reads the sample that ships with the app', async () => {
    const digest = await page.evaluate(async () => {
      const bytes = await hostUnderTest.readResource('sample/haidian.hengzong');
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    });
    const expected = await readFile(join(projectFolder, 'resources/sample/haidian.hengzong'));
    expect(digest).toBe(createHash('sha256').update(expected).digest('hex'));
  });

  await test.step('reads nothing else', async () => {
    const outside = ['../package.json', 'sample/../../package.json', '/etc/passwd', 'sample/none'];
    const answers = await page.evaluate(
      (paths) =>
        Promise.all(
          paths.map((path) =>
            hostUnderTest.readResource(path).then(
              () => 'read',
              () => 'refused',
            ),
          ),
        ),
      outside,
    );
    expect(answers).toEqual(outside.map(() => 'refused'));
    // The browser reports the missing file on its console; that is the point here.
    app.errors.splice(0);
  });

  await test.step('refuses what is not in the contract', async () => {
    const refused = await page.evaluate(() =>
      hostUnderTest
        .openWindow({ window: 'terminal' as 'wall', projectId: 'x', displayId: null })
        .then(
          () => false,
          () => true,
        ),
    );
    expect(refused).toBe(true);
  });

  await test.step('remembers the language for whoever asks next', async () => {
    await page.evaluate(() => hostUnderTest.setLocale('en'));
    // The app itself sets its own language when it starts, so it is not loaded again here.
    await withHost(page);
    expect(await page.evaluate(() => hostUnderTest.info.locale)).toBe('en');
  });
});

test('opens and saves files with every byte, and none when the dialog is cancelled', async ({
  app,
}) => {
  const page = await withHost(await app.start());
  await test.step('opens files with their name and every byte', async () => {
    const files = [join(folder, '海淀区.hengzong'), join(folder, 'b.zip')];
    for (const file of files) await writeFile(file, Buffer.from(allBytes));
    const opened = await app.choosing(files, () =>
      page.evaluate(async (filters) => {
        const chosen = await hostUnderTest.openFiles({ title: '打开', filters, multiple: true });
        return chosen.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
      }, filters),
    );
    expect(opened).toEqual([
      { name: '海淀区.hengzong', bytes: allBytes },
      { name: 'b.zip', bytes: allBytes },
    ]);
  });

  await test.step('opens data with its name and every byte, wherever that lies', async () => {
    const files = [join(folder, '点位.csv'), join(folder, 'c.zip')];
    for (const file of files) await writeFile(file, Buffer.from(allBytes));
    const opened = await app.choosing(files, () =>
      page.evaluate(async (filters) => {
        const chosen = await hostUnderTest.openData({ title: '打开', filters, multiple: true });
        return Promise.all(
          chosen.map(async ({ name, bytes }) => ({
            name,
            bytes: [...new Uint8Array(await new Blob([bytes]).arrayBuffer())],
          })),
        );
      }, filters),
    );
    expect(opened).toEqual([
      { name: '点位.csv', bytes: allBytes },
      { name: 'c.zip', bytes: allBytes },
    ]);
  });

  await test.step('a cancelled open dialog gives no files', async () => {
    const opened = await app.choosing([], () =>
      page.evaluate(
        (filters) => hostUnderTest.openFiles({ title: '打开', filters, multiple: false }),
        filters,
      ),
    );
    expect(opened).toEqual([]);
  });

  await test.step('saves exactly the bytes it was given', async () => {
    const saved = await app.saving(() =>
      page.evaluate(
        ({ filters, bytes }) =>
          hostUnderTest.saveFile({
            title: '保存',
            suggestedName: '海淀区.hengzong',
            filters,
            bytes: new Uint8Array(bytes),
          }),
        { filters, bytes: allBytes },
      ),
    );
    expect(saved.result).toBe(saved.name);
    expect([...saved.bytes]).toEqual(allBytes);
  });

  await test.step('a cancelled save dialog gives null', async () => {
    const saved = await app.cancellingSave(() =>
      page.evaluate(
        (filters) =>
          hostUnderTest.saveFile({
            title: '保存',
            suggestedName: 'a.hengzong',
            filters,
            bytes: new Uint8Array([1]),
          }),
        filters,
      ),
    );
    expect(saved).toBeNull();
  });
});

test.describe('the file picker', () => {
  test.skip(({ host }) => host !== 'browser-host', 'Electron has dialogs of its own');

  test('writes a project file again where it was, and says when it is gone', async ({ app }) => {
    const page = await withHost(await app.start());
    const found = await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const pick = () => folder.getFileHandle('海淀区.hengzong', { create: true });
      Object.assign(globalThis, { showSaveFilePicker: pick });
      const save = (byte: number, ref: string | null) =>
        hostUnderTest.saveProject({
          title: '保存',
          suggestedName: 'x.hengzong',
          filters: [{ name: 'Project', extensions: ['hengzong'] }],
          bytes: new Uint8Array([byte]),
          ref,
        });
      const first = await save(1, null);
      const ref = first?.ref ?? '';
      const second = await save(2, ref);
      const again = await hostUnderTest.openRecent(ref);
      const before = await hostUnderTest.listRecent();
      await folder.removeEntry('海淀区.hengzong');
      const after = await hostUnderTest.listRecent();
      const opened = await hostUnderTest.openRecent(ref).catch((error: Error) => error.message);
      await hostUnderTest.forgetRecent(ref);
      const isSame = second?.ref === ref && again.ref === ref;
      const states = [...before, ...after].map(({ name, state }) => [name, state]);
      const left = await hostUnderTest.listRecent();
      return { isSame, bytes: [...again.bytes], states, opened, left };
    });
    expect(found).toEqual({
      isSame: true,
      bytes: [2],
      states: [
        ['海淀区.hengzong', 'there'],
        ['海淀区.hengzong', 'missing'],
      ],
      opened: expect.stringContaining('host.read.missing'),
      left: [],
    });
  });

  test("writes through the browser's own file picker where there is one", async ({ app }) => {
    const page = await withHost(await app.start());
    const written = await page.evaluate(
      async ({ filters, bytes }) => {
        // Real handles of the browser's private folder in place of the window that asks the user.
        const folder = await navigator.storage.getDirectory();
        const pick = () => folder.getFileHandle('海淀区.hengzong', { create: true });
        Object.assign(globalThis, {
          showSaveFilePicker: pick,
          showOpenFilePicker: async () => [await pick()],
        });
        const name = await hostUnderTest.saveFile({
          title: '保存',
          suggestedName: 'x.hengzong',
          filters,
          bytes: new Uint8Array(bytes),
        });
        const opened = await hostUnderTest.openFiles({ title: '打开', filters, multiple: false });
        return { name, opened: opened.map(({ name, bytes }) => ({ name, bytes: [...bytes] })) };
      },
      { filters, bytes: allBytes },
    );
    expect(written.name).toBe('海淀区.hengzong');
    expect(written.opened).toEqual([{ name: '海淀区.hengzong', bytes: allBytes }]);
  });
});

test('keeps backups, and nothing else among them', async ({ app }) => {
  const page = await withHost(await app.start());
  const kept = await page.evaluate(async (bytes) => {
    // A real folder of the browser's own in place of the window that asks the user for one.
    const showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('备份', { create: true });
    Object.assign(globalThis, { showDirectoryPicker });
    const place = await hostUnderTest.chooseBackupPlace();
    const projectId = '0d9a3a5e-6b0d-4e4a-9d3e-3c1f1d0b2a55';
    const name = '20261126T083005Z_7_海淀.hengzong';
    const backup = { projectId, name };
    await hostUnderTest.writeBackup({ ...backup, bytes: new Uint8Array(bytes) });
    const listed = await hostUnderTest.listBackups();
    const read = [...(await hostUnderTest.readBackup(backup))];
    const foreign = await hostUnderTest
      .writeBackup({ projectId, name: '../evil.hengzong', bytes: new Uint8Array(1) })
      .then(
        () => 'written',
        () => 'refused',
      );
    await hostUnderTest.removeBackup(backup);
    await hostUnderTest.removeBackup(backup);
    const gone = await hostUnderTest.readBackup(backup).catch((error: Error) => error.name);
    const free = await hostUnderTest.diskFree();
    return { state: place.state, listed, read, foreign, gone, free };
  }, allBytes);
  expect(kept).toMatchObject({
    state: 'ready',
    listed: [{ name: '20261126T083005Z_7_海淀.hengzong', bytes: 256 }],
    read: allBytes,
    foreign: 'refused',
    gone: 'HostError',
  });
  expect(kept.free).toBeGreaterThan(0);
});

test('asks the network for tiles of the address that is switched on, and for nothing while it is off', async ({
  app,
}) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Content-Type': 'image/png' }).end('tile');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = await withHost(await app.start());
    const answers = await page.evaluate(async (base) => {
      const host = hostUnderTest;
      const ask = async (path: string) => (await host.fetchTile(base + path))?.length ?? null;
      const before = [await host.tileSource(), await ask('/1/2/3.png')];
      await host.setTileSource(`${base}/{z}/{x}/{y}.png`);
      const on = [await host.tileSource(), await ask('/1/2/3.png')];
      const others = [await ask('/1/2/secret.png'), await ask('/1/2/3.png?x=1'), await ask('/')];
      const foreign = await host
        .setTileSource('file:///etc/{z}/{x}/{y}')
        .then(() => 'switched')
        .catch(() => 'refused');
      await host.setTileSource(null);
      const after = [await host.tileSource(), await ask('/1/2/3.png')];
      return { before, on, others, foreign, after };
    }, base);
    expect(answers).toEqual({
      before: [null, null],
      on: [`${base}/{z}/{x}/{y}.png`, 4],
      others: [null, null, null],
      foreign: 'refused',
      after: [null, null],
    });
    expect(asked).toEqual(['/1/2/3.png']);
  } finally {
    server.close();
  }
});

test('opens a window once, and the second time shows it as it is', async ({ app }) => {
  const page = await withHost(await app.start());
  const projectId = randomUUID();
  const open = () =>
    page.evaluate(
      (projectId) => hostUnderTest.openWindow({ window: 'wall', projectId, displayId: null }),
      projectId,
    );
  const wall = await app.windowOpenedBy('wall', open);
  expect(new URL(wall.url()).searchParams.get('project')).toBe(projectId);
  await wall.getByRole('main').waitFor();
  await wall.evaluate(() => Object.assign(globalThis, { untouched: true }));
  await open();
  const walls = app.context.pages().filter((open) => open.url().includes('/wall.html'));
  expect(walls).toHaveLength(1);
  expect(await wall.evaluate(() => 'untouched' in globalThis)).toBe(true);
});
