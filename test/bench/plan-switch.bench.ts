import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import type { Bench, Row } from './bench.ts';
import { largeRecords } from './window/large-district.ts';
import { type MainThread, watchMainThread } from './window/main-thread.ts';
import { startPlanner } from './window/open-planner.ts';

const zoneCount = 20_000;
const changed = 2000;
const name = '大改';

/** Nothing may hold a window up for longer (ms). */
const longestMs = 50;

/** A scenario in which zones have changed places with their neighbours: as much ground as that, and no defect. */
function scenarioOf(records: readonly AnyRecord[]): AnyRecord {
  const zones = records.filter((one): one is BlockZone => one.kind === 'zone').slice(0, changed);
  const updated = zones.map((zone, i) => {
    const other = zones[i % 2 === 0 ? i + 1 : i - 1] ?? zone;
    return [zone, { ...zone, geometry: other.geometry }];
  });
  return record('scenario', 0x77, { name, changes: { updated } });
}

/** Shows a scenario that changes a tenth of a large district, and the plan in force again. */
async function run(): Promise<Row[]> {
  const planner = await startPlanner();
  const { browser, app } = planner;
  const page = app.planner;
  const rows: Row[] = [];
  const watch = async (what: string, act: () => Promise<unknown>) => {
    const use: MainThread = await watchMainThread(browser, page, act, 12_000);
    rows.push(
      { what, value: use.longestWork, unit: 'ms', reference: longestMs },
      { what: `${what}: tasks over 50 ms`, value: use.long, unit: '', reference: null },
    );
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
    try {
      const records = largeRecords(zoneCount);
      const file = join(folder, 'large.hengzong');
      await writeFile(file, await packProject([...records, scenarioOf(records)]));
      await app.choosing([file], () =>
        page.getByRole('button', { name: app.text('start.open') }).click(),
      );
      await app.map.waitFor({ timeout: 180_000 });
      await expect(app.proof('horizontal')).toContainText(/\d/, { timeout: 180_000 });
      await page.waitForTimeout(10_000);
    } finally {
      await rm(folder, { recursive: true });
    }
    const panel = await app.openPanel('plans');
    const line = page.getByText(app.text('plans.drawingIn', { name }));
    for (const turn of ['first', 'again']) {
      await watch(`show a scenario, ${turn}`, async () => {
        await panel.getByRole('button', { name, exact: true }).click();
        await line.waitFor();
      });
      await watch(`back to the plan in force, ${turn}`, async () => {
        await page.getByRole('button', { name: app.text('plans.back') }).click();
        await line.waitFor({ state: 'hidden' });
      });
    }
  } finally {
    await planner.close();
  }
  return rows;
}

export default {
  name: `Changing the plan: ${zoneCount} zones, ${changed} of them otherwise`,
  reference: 'aim',
  run,
} satisfies Bench;
