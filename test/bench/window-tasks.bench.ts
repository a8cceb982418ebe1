import type { Bench, Row } from './bench.ts';
import { median } from './bench.ts';
import { type MainThread, watchMainThread } from './window/main-thread.ts';
import { type MeasuredPlanner, startPlanner } from './window/open-planner.ts';

const runs = 3;
type Action = (planner: MeasuredPlanner) => Promise<unknown>;

/** What a planner does all day, in an order in which each leaves the window ready for the next. */
const actions: [string, Action][] = [
  [
    'open the sample',
    async ({ app }) => {
      await app.planner.getByRole('button', { name: app.text('start.sample') }).click();
      await app.map.waitFor();
    },
  ],
  ['dark colours', ({ app }) => app.switchTheme('dark')],
  ['light colours', ({ app }) => app.switchTheme('light')],
  ['English', ({ app }) => app.switchLanguage('en')],
  ['Chinese', ({ app }) => app.switchLanguage('zh-CN')],
  ['table of 48,000 issues', ({ app }) => app.openTable('issues')],
  ['table of zones', ({ app }) => app.openTable('zones')],
  ['table of points', ({ app }) => app.openTable('points')],
  ['roster', ({ app }) => app.openTable('roster')],
  [
    'search by pinyin, letter by letter',
    async ({ app }) => {
      await app.search('');
      await app.planner.keyboard.type('xueyuanlu', { delay: 60 });
    },
  ],
  [
    'go to what was found',
    async ({ app }) => {
      await app.planner.keyboard.press('Enter');
      await app.planner.waitForTimeout(1000);
      await app.planner.keyboard.press('Escape');
    },
  ],
  ['check again', ({ app }) => app.planner.keyboard.press('F9')],
  ['set the day of the inspection', ({ app }) => app.setInspection(40)],
  ['undo', ({ app }) => app.planner.keyboard.press('Control+z')],
];

async function run(): Promise<Row[]> {
  const all = new Map<string, MainThread[]>(actions.map(([what]) => [what, []]));
  for (let turn = 0; turn < runs; turn += 1) {
    const planner = await startPlanner();
    try {
      for (const [what, act] of actions) {
        const { browser, app } = planner;
        all.get(what)?.push(await watchMainThread(browser, app.planner, () => act(planner), 2000));
      }
    } finally {
      await planner.close();
    }
  }
  return [...all].map(([what, uses]) => ({
    what,
    value: median(uses.map(({ longestWork }) => longestWork)),
    unit: 'ms',
    reference: median(uses.map(({ longest }) => longest)),
  }));
}

export default {
  name: 'Longest task of the window: its own work',
  reference: 'by the clock',
  run,
} satisfies Bench;
