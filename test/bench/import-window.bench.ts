import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Bench, median, type Row } from './bench.ts';
import { complaintsCsv } from './import/complaints-csv.ts';
import { parseInWorker, type WorkerParser } from './import/parse-in-worker.ts';
import { peerFile } from './import/peer.ts';
import { peakOfWindows } from './import/window-memory.ts';
import { watchMainThread } from './window/main-thread.ts';
import { type MeasuredPlanner, startPlanner } from './window/open-planner.ts';

/** The fastest parser at hand, for a worker of a page. */
async function fastestParser(): Promise<WorkerParser> {
  const udsv = peerFile('udsv', 'dist/uDSV.iife.js');
  const script = udsv && (await readFile(udsv, 'utf8').catch(() => null));
  if (script !== null) {
    const parse = `parse = (text) => uDSV.initParser(uDSV.inferSchema(text)).stringArrs(text);`;
    return { name: 'uDSV', script: `${script}\n${parse}` };
  }
  const papa = createRequire(import.meta.url).resolve('papaparse/papaparse.min.js');
  const parse = 'parse = (text) => Papa.parse(text).data;';
  return { name: 'papaparse', script: `${await readFile(papa, 'utf8')}\n${parse}` };
}

const steps = ['read', 'planned', 'stored', 'drawn'] as const;
type Step = (typeof steps)[number];

interface Imported {
  /** Milliseconds that each step kept the user waiting. */
  ms: Record<Step, number>;
  longestWork: Record<Step, number>;
  peak: number | null;
}

/** Imports a list of complaints into a new project, from the choice of the file to the picture of its heat. */
async function importIn(planner: MeasuredPlanner, file: string, count: number): Promise<Imported> {
  const { app, browser } = planner;
  const timeout = 300_000;
  const dialog = app.planner.getByRole('dialog', { name: app.text('import.title') });
  const button = (name: string | RegExp) => dialog.getByRole('button', { name });
  const run = new RegExp(`^${app.text('import.run', { count: '[\\d,]+' })}$`);
  const heat = app.planner.getByRole('checkbox', { name: app.text('layer.heat') });
  const acts: Record<Step, () => Promise<void>> = {
    read: async () => {
      const door = app.planner.getByRole('button', { name: app.text('start.import') });
      await app.choosing([file], () => door.click());
      await expect(button(app.text('import.next'))).toBeEnabled({ timeout });
    },
    planned: async () => {
      await button(app.text('import.next')).click();
      await expect(button(run)).toBeEnabled({ timeout });
    },
    stored: async () => {
      const saved = app.text('status.saved', { time: '' }).split(' ')[0] ?? '';
      await button(run).click();
      await expect(button(app.text('import.close'))).toBeVisible({ timeout });
      await expect(app.planner.getByText(app.text('status.saving'))).toBeHidden({ timeout });
      await expect(app.planner.getByText(saved).first()).toBeVisible({ timeout });
    },
    drawn: async () => {
      await heat.check();
      await expect(app.planner.getByText(app.text('legend.heat.unit')).first()).toBeVisible({
        timeout,
      });
    },
  };
  const ms = {} as Imported['ms'];
  const longestWork = {} as Imported['longestWork'];
  for (const step of steps) {
    if (step === 'drawn') {
      await button(app.text('import.close')).click();
      if ((await app.count('issues')) !== count) throw new Error('Some issues are missing.');
      await app.openPanel('layers');
    }
    const use = await watchMainThread(browser, app.planner, async () => {
      const begin = performance.now();
      await acts[step]();
      ms[step] = performance.now() - begin;
    });
    longestWork[step] = use.longestWork;
  }
  return { ms, longestWork, peak: await peakOfWindows(browser) };
}

async function measure(count: number, runs: number, folder: string): Promise<Row[]> {
  const parser = await fastestParser();
  const file = join(folder, `complaints-${count}.csv`);
  await writeFile(file, complaintsCsv(count));
  const all: Imported[] = [];
  const parsed: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const planner = await startPlanner();
    try {
      parsed.push(await parseInWorker(planner.browser, parser, file));
      all.push(await importIn(planner, file, count));
    } finally {
      await planner.close();
    }
  }
  const section = `${count.toLocaleString('en-US')} complaints`;
  const of = (pick: (one: Imported) => number) => median(all.map(pick));
  const against = { unit: 'ms', reference: median(parsed), against: parser.name, section };
  const sum = (one: Imported) => steps.reduce((total, step) => total + one.ms[step], 0);
  return [
    ...steps.map((step) => ({ what: step, value: of(({ ms }) => ms[step]), ...against })),
    { what: 'all of it', value: of(sum), ...against },
    ...steps.map((step) => ({
      what: `${step}: longest task of the window, own work`,
      value: of(({ longestWork }) => longestWork[step]),
      unit: 'ms',
      reference: null,
      section,
    })),
    {
      what: 'most memory of the window with its workers',
      value: of(({ peak }) => peak ?? Number.NaN),
      unit: 'MB',
      reference: null,
      section,
    },
  ];
}

const bench: Bench = {
  name: 'Import in the window, from the file to the map',
  reference: 'fastest parser, in a worker of a bare page',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
    try {
      return [...(await measure(74_401, 3, folder)), ...(await measure(1_000_000, 1, folder))];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
export default bench;
