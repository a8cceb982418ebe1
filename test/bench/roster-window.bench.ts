import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import type { AppDriver } from '#test/e2e/driver/app-driver.ts';
import type { Bench, Row } from './bench.ts';
import { generateChain, stress } from './chain/generate-chain.ts';
import { watchMainThread } from './window/main-thread.ts';
import { startPlanner } from './window/open-planner.ts';

/** No task of a window takes longer (ms). */
const most = 50;

const rosterOf = (app: AppDriver) =>
  app.planner.getByRole('grid', { name: app.text('drawer.roster') });

const press = async (app: AppDriver, key: string, times: number) => {
  for (let n = 0; n < times; n++) await app.planner.keyboard.press(key, { delay: 30 });
};

const heading = (app: AppDriver, name: 'person' | 'place') =>
  rosterOf(app)
    .getByRole('button', { name: app.text(`roster.column.${name}`) })
    .click();

const actions: [what: string, act: (app: AppDriver) => Promise<unknown>][] = [
  [
    'open the roster',
    async (app) => {
      await app.openTable('roster');
      await rosterOf(app).getByRole('rowgroup').getByRole('row').first().waitFor();
    },
  ],
  [
    'scroll by pages',
    async (app) => {
      await rosterOf(app).hover();
      for (let n = 0; n < 30; n++) await app.planner.mouse.wheel(0, 600);
    },
  ],
  ['sort by holder', (app) => heading(app, 'person')],
  ['sort by place', (app) => heading(app, 'place')],
  [
    'filter, letter by letter',
    async (app) => {
      await app.planner
        .getByRole('tabpanel')
        .getByRole('textbox', { name: app.text('roster.search') })
        .focus();
      await app.planner.keyboard.type('pian1', { delay: 90 });
    },
  ],
  [
    'choose a row, and its place on the map',
    (app) => rosterOf(app).getByRole('rowgroup').getByRole('row').nth(2).click(),
  ],
  [
    'edit a phone',
    async (app) => {
      await rosterOf(app)
        .getByRole('rowgroup')
        .getByRole('row')
        .nth(2)
        .getByRole('gridcell')
        .nth(5)
        .dblclick();
      await app.planner.keyboard.type('13911112222');
      await app.planner.keyboard.press('Enter');
    },
  ],
  ['undo', (app) => press(app, 'Control+z', 1)],
  [
    'people',
    (app) =>
      app.planner
        .getByRole('tabpanel')
        .getByText(app.text('roster.people'), { exact: true })
        .click(),
  ],
];

async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
  const planner = await startPlanner();
  try {
    const { app, browser } = planner;
    const file = join(folder, 'stress.hengzong');
    await writeFile(file, await packProject(generateChain(stress).records));
    await app.choosing([file], () =>
      app.planner.getByRole('button', { name: app.text('start.open') }).click(),
    );
    await app.map.waitFor({ timeout: 120_000 });
    await expect(app.proof('vertical')).toContainText(/\d/, { timeout: 120_000 });
    await app.planner.waitForTimeout(8000);
    const rows: Row[] = [];
    for (const [what, act] of actions) {
      const { longestWork } = await watchMainThread(browser, app.planner, () => act(app), 3000);
      rows.push({ what, value: longestWork, unit: 'ms', reference: most });
    }
    return rows;
  } finally {
    await planner.close();
    await rm(folder, { recursive: true });
  }
}

export default {
  name: 'Longest task of the window with a roster of 60,000 posts',
  reference: 'the aim',
  run,
} satisfies Bench;
