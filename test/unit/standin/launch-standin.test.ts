import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '#electron/browser-host/find-browser.ts';
import { browserLaunchOptions } from '#test/e2e/driver/test-browser.ts';
import { launchStandin, type Standin } from '#test/standin/launch-standin.ts';

/** The smallest app that uses what ours uses, written as the bundler would leave it. */
const main = `
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }]);
app.whenReady().then(() => {
  protocol.handle('app', (request) =>
    new Response('<title>small</title><p id="asked">' + request.url + '</p>', {
      headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'none'" },
    }));
  session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: !url.startsWith('app:') }));
  ipcMain.handle('ask', async (event, message) => {
    if (message === 'missing') return app.dock.hide();
    if (message === 'file') return dialog.showOpenDialog(null, { title: 'Which?' });
    return { message, from: event.senderFrame.url, inside: event.senderFrame.parent !== null };
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  const window = new BrowserWindow({
    width: 700, height: 500,
    webPreferences: {
      preload: app.getAppPath() + '/out/preload/preload.cjs', sandbox: true, contextIsolation: true,
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [
    { id: 'greet', label: 'Greet', click: () => window.webContents.send('greeted', 'hello') },
    { id: 'quit', role: 'quit', label: 'Quit' },
  ] }]));
  window.loadURL('app://small/planner.html');
});
`;

const preload = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('small', {
  ask: (message) => ipcRenderer.invoke('ask', message),
  greeted: () => new Promise((resolve) => ipcRenderer.on('greeted', (_event, word) => resolve(word))),
});
`;

interface Small {
  small: { ask(message: unknown): Promise<unknown>; greeted(): Promise<string> };
}

const noBrowser = !process.env['HENGZONG_TEST_BROWSER'] && !findBrowser();

describe.skipIf(noBrowser)('the stand-in for Electron (needs a Chromium)', () => {
  let folder: string;
  let app: Standin;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hengzong-standin-'));
    for (const part of ['main', 'preload']) {
      await mkdir(join(folder, 'out', part), { recursive: true });
    }
    await writeFile(join(folder, 'package.json'), '{"version":"1.2.3","type":"module"}');
    await writeFile(join(folder, 'out', 'main', 'main.js'), main);
    await writeFile(join(folder, 'out', 'preload', 'preload.cjs'), preload);
    app = await launchStandin({
      userData: join(folder, 'data'),
      projectFolder: folder,
      launch: browserLaunchOptions(),
    });
  });

  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = async (message: unknown) =>
    (await app.waitForWindow('planner')).evaluate(
      (what) => (globalThis as unknown as Small).small.ask(what),
      message,
    );

  it('serves the scheme of the app and knows who sends a message', async () => {
    const page = await app.waitForWindow('planner');
    expect(await page.locator('#asked').textContent()).toBe('app://small/planner.html');
    expect(page.viewportSize()).toEqual({ width: 700, height: 500 });
    expect(await ask(new Uint8Array([0, 255]))).toEqual({
      message: new Uint8Array([0, 255]),
      from: 'app://small/planner.html',
      inside: false,
    });
  });

  it('throws where the app uses what it does not implement', async () => {
    await expect(ask('missing')).rejects.toThrow(/does not implement app\.dock/);
  });

  it('answers dialogs from the queue, and fails one that nobody expects', async () => {
    app.dialogs.answerOpen(['/a', '/b']);
    app.dialogs.answerOpen([]);
    expect(await ask('file')).toEqual({ canceled: false, filePaths: ['/a', '/b'] });
    expect(await ask('file')).toEqual({ canceled: true, filePaths: [] });
    await expect(ask('file')).rejects.toThrow(/Nobody answers the dialog "Which\?"/);
    expect(app.dialogs.asked).toHaveLength(3);
  });

  it('clicks the app’s own menu items, and only those', async () => {
    const page = await app.waitForWindow('planner');
    const greeted = page.evaluate(() => (globalThis as unknown as Small).small.greeted());
    // The page listens before it answers this question.
    await ask('listening');
    app.clickMenu('greet');
    expect(await greeted).toBe('hello');
    expect(app.menuLabel('quit')).toBe('Quit');
    expect(() => app.clickMenu('quit')).toThrow(/does what the system does/);
    expect(() => app.clickMenu('nothing')).toThrow(/no item nothing/);
  });

  it('asks the app before a page navigates or opens a window, and lets nothing out', async () => {
    const page = await app.waitForWindow('planner');
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    await page.evaluate(() => window.open('/other.html'));
    await expect.poll(() => app.context.pages().length).toBe(1);
    expect(page.url()).toContain('/planner.html');
    await expect(
      page.evaluate(() => fetch('https://example.org/').then(() => 'out')),
    ).rejects.toThrow();
  });

  it('ends with its last window', async () => {
    const page = await app.waitForWindow('planner');
    await page.close();
    expect(app.windows()).toEqual([]);
  });
});
