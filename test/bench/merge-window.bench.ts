import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Bench, Row } from './bench.ts';
import { apartCopies } from './window/apart-copies.ts';
import { type MainThread, watchMainThread } from './window/main-thread.ts';
import { startPlanner } from './window/open-planner.ts';

const edits = 5000;
const both = 500;

/** Nothing may hold a window up for longer (ms). */
const longestMs = 50;

/** Merges a copy with thousands of edits into one that has as many of its own, from the choice of the file on. */
async function run(): Promise<Row[]> {
  const planner = await startPlanner();
  const { browser, app } = planner;
  const page = app.planner;
  const rows: Row[] = [];
  const watch = async (what: string, act: () => Promise<unknown>, afterMs: number) => {
    const begin = performance.now();
    let tookMs = 0;
    const acting = async () => {
      await act();
      tookMs = performance.now() - begin;
    };
    const use: MainThread = await watchMainThread(browser, page, acting, afterMs);
    rows.push(
      { what, value: use.longestWork, unit: 'ms', reference: longestMs },
      { what: `${what}: tasks over 50 ms`, value: use.long, unit: '', reference: null },
      { what: `${what}: until it is seen`, value: tookMs, unit: 'ms', reference: null },
    );
  };
  const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
  try {
    const copies = await apartCopies(edits, both);
    const [mine, theirs] = [join(folder, '甲.hengzong'), join(folder, '乙.hengzong')];
    await writeFile(mine, copies.mine);
    await writeFile(theirs, copies.theirs);
    const door = page.getByRole('button', { name: app.text('start.open') });
    await app.choosing([mine], () => door.click());
    await app.map.waitFor({ timeout: 180_000 });
    await expect(app.proof('horizontal')).toContainText(/\d/, { timeout: 180_000 });
    await page.waitForTimeout(15_000);
    const merge = page.getByRole('region', {
      name: app.text('keep.merge.title', { name: '乙.hengzong' }),
    });
    const choose = async () => {
      await app.choosing([theirs], () => app.command('project.merge'));
      await merge.waitFor({ timeout: 60_000 });
    };
    await watch('plan a merge', choose, 3000);
    const rest = merge.getByRole('button', { name: app.text('keep.merge.rest.theirs') });
    await watch('settle all conflicts', () => rest.click(), 1500);
    const go = merge.getByRole('button', { name: app.text('keep.merge.do'), exact: true });
    const carryOut = async () => {
      await go.click();
      await merge.waitFor({ state: 'hidden', timeout: 60_000 });
    };
    await watch('carry it out', carryOut, 12_000);
    await watch('take it back', () => app.command('undo'), 12_000);
    const open = async () => {
      await page.reload();
      await app.map.waitFor({ timeout: 60_000 });
    };
    await watch('open it again', open, 8000);
  } finally {
    await rm(folder, { recursive: true });
    await planner.close();
  }
  return rows;
}

export default {
  name: `Merging copies with ${edits} edits each`,
  reference: 'aim',
  run,
} satisfies Bench;
