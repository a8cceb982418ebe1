import type { Bench, Row } from './bench.ts';
import { median } from './bench.ts';
import { type MainThread, watchMainThread } from './window/main-thread.ts';
import { type MeasuredPlanner, openSampleWith, startPlanner } from './window/open-planner.ts';

const issueCount = 100_000;
const runs = 3;

/** Drags the map to and fro for about two seconds. */
async function pan({ app }: MeasuredPlanner): Promise<void> {
  const { mouse } = app.planner;
  const box = await app.map.boundingBox();
  if (!box) throw new Error('There is no map.');
  const [x, y] = [box.x + box.width * 0.6, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  for (let step = 0; step < 120; step += 1) {
    await mouse.move(x + 150 * Math.sin(step / 10), y + 60 * Math.cos(step / 10));
    await app.planner.waitForTimeout(12);
  }
  await mouse.up();
}

async function zoom({ app }: MeasuredPlanner): Promise<void> {
  const box = await app.map.boundingBox();
  if (!box) throw new Error('There is no map.');
  await app.planner.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  for (const turn of [-1, 1]) {
    for (let step = 0; step < 20; step += 1) {
      await app.planner.mouse.wheel(0, turn * 120);
      await app.planner.waitForTimeout(25);
    }
  }
}

/** Chooses the last 90 days, and all days again. */
async function filterTime({ app }: MeasuredPlanner): Promise<void> {
  const panel = await app.openPanel('filter');
  await panel.getByRole('button', { name: app.text('filter.lastDays', { days: 90 }) }).click();
  await app.planner.waitForTimeout(700);
  await panel.getByRole('button', { name: app.text('filter.reset') }).click();
}

async function setHeat({ app }: MeasuredPlanner, on: boolean): Promise<void> {
  const panel = await app.openPanel('layers');
  await panel.getByRole('checkbox', { name: app.text('layer.heat') }).setChecked(on);
}

/** Reference of switching the heat: another layer of the map, switched the same way. */
async function setStreets({ app }: MeasuredPlanner, on: boolean): Promise<void> {
  const panel = await app.openPanel('layers');
  await panel.getByRole('checkbox', { name: app.text('layer.streets') }).setChecked(on);
}

async function run(): Promise<Row[]> {
  const planner = await startPlanner();
  try {
    await openSampleWith(planner.app, issueCount);
    const watch = (act: () => Promise<unknown>) =>
      watchMainThread(planner.browser, planner.app.planner, act, 1000);
    const withHeat: Record<string, MainThread[]> = {};
    const without: Record<string, MainThread[]> = {};
    const note = (into: typeof withHeat, what: string, use: MainThread) => {
      into[what] = [...(into[what] ?? []), use];
    };
    for (let turn = 0; turn < runs; turn += 1) {
      for (const heat of [false, true]) {
        const into = heat ? withHeat : without;
        const set = heat ? setHeat : setStreets;
        // Streets are shown at first, heat is not.
        note(into, 'switched', await watch(() => set(planner, heat)));
        note(into, 'pan', await watch(() => pan(planner)));
        note(into, 'zoom', await watch(() => zoom(planner)));
        note(into, 'time filter', await watch(() => filterTime(planner)));
        note(into, 'switched back', await watch(() => set(planner, !heat)));
      }
    }
    const rows = Object.keys(withHeat).flatMap((what) => {
      const of = (pick: (use: MainThread) => number, unit: string, name: string): Row => ({
        what: `${what}: ${name}`,
        value: median((withHeat[what] ?? []).map(pick)),
        unit,
        reference: median((without[what] ?? []).map(pick)),
      });
      return [
        of(({ longestWork }) => longestWork, 'ms', 'longest task, own work'),
        of(({ longest }) => longest, 'ms', 'longest task by the clock'),
        ...(what === 'pan'
          ? [of(({ framesPerSecond }) => framesPerSecond, '/s', 'frames in the window')]
          : []),
      ];
    });
    return rows;
  } finally {
    await planner.close();
  }
}

export default {
  name: `Window with the heat of ${issueCount.toLocaleString('en-US')} issues`,
  reference: 'same without heat',
  run,
} satisfies Bench;
