import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { HostBridge } from '#shared/host/bridge.ts';
import { shortLivedLaunchOptions } from '#test/e2e/driver/test-browser.ts';
import { launchStandin, type Standin } from '#test/standin/launch-standin.ts';

/** What only Electron's side does: windows and displays, the menu bar, a second start. */
const displays = [
  { id: 11, label: '笔记本', bounds: { x: 0, y: 0, width: 1366, height: 768 } },
  { id: 22, label: '大屏', bounds: { x: 1366, y: 0, width: 1920, height: 1080 } },
];
const project = '0d9a3a5e-6b0d-4e4a-9d3e-3c1f1d0b2a55';

const test = base.extend<{ userData: string; start: () => Promise<Standin> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern.
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hengzong-shell-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  /** Starts the app, as often as the test likes; what still runs at the end is closed. */
  start: async ({ userData }, use) => {
    const started: Standin[] = [];
    await use(async () => {
      const app = await launchStandin({ userData, displays, launch: shortLivedLaunchOptions() });
      started.push(app);
      return app;
    });
    for (const app of started) await app.close();
  },
});

/** The planner with its bridge but without its code, which would answer and ask on its own. */
async function barePlanner(app: Standin): Promise<Page> {
  const page = await app.waitForWindow('planner');
  await app.context.route('**/assets/**', (route) => route.abort());
  await page.reload();
  return page;
}

function invoke(page: Page, channel: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([get, name, what]) =>
      (globalThis as unknown as Record<string, HostBridge>)[get as string]?.invoke(
        name as never,
        what,
      ),
    ['hengzongHost', channel, input] as const,
  );
}

test('opens the wall full screen on the display it is told, and only once', async ({ start }) => {
  const app = await start();
  const planner = await barePlanner(app);
  const open = { window: 'wall', projectId: project, displayId: '22' };
  expect(await invoke(planner, 'openWindow', open)).toEqual({ ok: true, value: null });
  const wall = await app.waitForWindow('wall');
  expect(new URL(wall.url()).searchParams.get('project')).toBe(project);
  expect(app.frame(wall)).toMatchObject({ bounds: displays[1]?.bounds, fullScreen: true });
  await invoke(planner, 'openWindow', { ...open, displayId: '11' });
  expect(app.windows()).toHaveLength(2);
  expect(app.frame(wall).bounds).toEqual(displays[0]?.bounds);
});

test('keeps the display on for a window until that window closes', async ({ start }) => {
  const app = await start();
  const planner = await barePlanner(app);
  await invoke(planner, 'openWindow', { window: 'wall', projectId: project, displayId: null });
  const wall = await app.waitForWindow('wall');
  await invoke(wall, 'keepAwake', true);
  await invoke(wall, 'keepAwake', true);
  expect(app.keptAwake()).toEqual(['prevent-display-sleep']);
  await invoke(wall, 'closeWindow', null);
  await expect.poll(() => app.keptAwake()).toEqual([]);
  expect(app.windows()).toHaveLength(1);
});

test('speaks the chosen language in the menu, also after the next start', async ({ start }) => {
  const app = await start();
  const planner = await barePlanner(app);
  expect(app.menuLabel('cut')).toBe('剪切');
  await invoke(planner, 'setLocale', 'en');
  expect(app.menuLabel('cut')).toBe('Cut');
  await app.close();
  const again = await start();
  const info = await invoke(await barePlanner(again), 'info', null);
  expect(info).toMatchObject({ value: { kind: 'electron', locale: 'en' } });
  expect(again.menuLabel('cut')).toBe('Cut');
});

test('sends menu commands to the planner', async ({ start }) => {
  const app = await start();
  const planner = await barePlanner(app);
  await planner.evaluate(() => {
    const page = globalThis as unknown as { hengzongHost: HostBridge; heard: unknown[] };
    page.heard = [];
    page.hengzongHost.on('menuCommand', (command) => page.heard.push(command));
  });
  app.clickMenu('help.about');
  const heard = () => planner.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
  await expect.poll(heard).toEqual(['help.about']);
});

test('a second start brings the planner to front and hands over its file', async ({
  start,
  userData,
}) => {
  const app = await start();
  const planner = await barePlanner(app);
  await invoke(planner, 'openWindow', { window: 'briefing', projectId: project, displayId: null });
  const briefing = await app.waitForWindow('briefing');
  await expect.poll(() => app.frame(briefing).focused).toBe(true);
  await writeFile(join(userData, '海淀区.hengzong'), 'content');
  await writeFile(join(userData, 'b.txt'), 'never asked for');
  app.secondStart(['海淀区.hengzong', 'b.txt', 'gone.hengzong'], userData);
  expect(app.frame(planner).focused).toBe(true);
  const bytes = new Uint8Array(Buffer.from('content'));
  expect(await invoke(planner, 'takeOpenedFiles', null)).toEqual({
    ok: true,
    value: [{ name: '海淀区.hengzong', bytes, ref: expect.any(String) }],
  });
  // The one that is not there is told in a message; nothing is handed over twice.
  expect(app.dialogs.asked.map(({ kind }) => kind)).toEqual(['message']);
  expect(app.dialogs.asked[0]?.options.message).toContain('gone.hengzong');
  expect(await invoke(planner, 'takeOpenedFiles', null)).toEqual({ ok: true, value: [] });
});

test('opens where it was closed, as long as that display is there', async ({ start, userData }) => {
  const bounds = { x: 1500, y: 40, width: 1200, height: 800 };
  const file = join(userData, 'window-state.json');
  await writeFile(file, JSON.stringify({ planner: { bounds, maximised: false } }));
  const app = await start();
  expect(app.frame(await app.waitForWindow('planner')).bounds).toEqual(bounds);
  await app.close();
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    planner: { bounds, maximised: false },
  });
  const gone = { ...bounds, x: 9000 };
  await writeFile(file, JSON.stringify({ planner: { bounds: gone, maximised: false } }));
  const again = await start();
  const { x, width } = again.frame(await again.waitForWindow('planner')).bounds;
  expect(x + width).toBeLessThanOrEqual(1366);
});

test('refuses messages from a frame inside the page', async ({ start }) => {
  const app = await start();
  const planner = await barePlanner(app);
  const answer = await planner.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow as unknown as {
      __standinInvoke?: (channel: string, message: unknown) => Promise<unknown>;
    };
    return inside.__standinInvoke?.('info', null);
  });
  expect(answer).toMatchObject({ value: { ok: false, key: 'host.untrusted' } });
});
