import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import type { AppDriver } from '#test/e2e/driver/app-driver.ts';
import { type Bench, median, type Row } from './bench.ts';
import { coastRecords } from './window/coast-district.ts';
import { watchMainThread } from './window/main-thread.ts';
import { startPlanner } from './window/open-planner.ts';

const vertices = 50_000;
const neighbours = 20;
const times = 5;
/** No task of a window takes longer (ms). */
const most = 50;

const { records, island } = coastRecords(vertices, neighbours);

/** What is done with a zone of very many vertices; the tool in hand is that which moves a vertex. */
const actions: [what: string, act: (app: AppDriver) => Promise<unknown>][] = [
  ['take the next vertex', ({ planner }) => planner.keyboard.press('n')],
  [
    'move it by the arrows, step by step',
    async ({ planner }) => {
      for (let n = 0; n < 12; n++) await planner.keyboard.press('ArrowRight', { delay: 40 });
    },
  ],
  ['release it', ({ planner }) => planner.keyboard.press('Enter')],
  ['take it back', ({ planner }) => planner.keyboard.press('Control+z')],
];

async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
  const planner = await startPlanner();
  try {
    const { app, browser } = planner;
    const file = join(folder, 'coast.hengzong');
    await writeFile(file, await packProject(records));
    await app.choosing([file], () =>
      app.planner.getByRole('button', { name: app.text('start.open') }).click(),
    );
    await app.map.waitFor({ timeout: 120_000 });
    await expect(app.proof('horizontal')).toContainText(/\d|✓|100/, { timeout: 120_000 });
    await app.planner.waitForTimeout(4000);
    const longest = new Map<string, number[]>();
    const watch = async (what: string, act: () => Promise<unknown>) => {
      const { longestWork } = await watchMainThread(browser, app.planner, act, 2500);
      longest.set(what, [...(longest.get(what) ?? []), longestWork]);
    };
    await watch('choose it', () => app.choose(island));
    await watch('take the tool', () =>
      app.planner.getByRole('button', { name: app.text('redraw.moveVertex.name') }).click(),
    );
    for (let turn = 0; turn < times; turn++) {
      for (const [what, act] of actions) await watch(what, () => act(app));
    }
    return [...longest].map(([what, values]) => ({
      what,
      value: median(values),
      unit: 'ms',
      reference: most,
      section: `an island of ${vertices.toLocaleString('en-US')} vertices among ${neighbours} zones`,
    }));
  } finally {
    await planner.close();
    await rm(folder, { recursive: true });
  }
}

export default {
  name: 'Longest task of the window with a zone of very many vertices',
  reference: 'the aim',
  run,
} satisfies Bench;
