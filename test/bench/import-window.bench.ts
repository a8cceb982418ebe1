import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Bench, median, type Row } from './bench.ts';
import { complaintsCsv } from './import/complaints-csv.ts';
import { parseInWorker, type WorkerParser } from './import/parse-in-worker.ts';
import { peerFile } from './import/peer.ts';
import { peakOfWindows } from './import/window-memory.ts';
import type { AppDriver } from '#test/e2e/driver/app-driver.ts';
import { timeInPage } from './window/clock-in-page.ts';
import { watchMainThread } from './window/main-thread.ts';
import { type MeasuredPlanner, openEmptyProject, startPlanner } from './window/open-planner.ts';

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

const steps = ['read', 'planned', 'stored and drawn'] as const;
type Step = (typeof steps)[number];

interface Imported {
  /** Milliseconds that each step kept the user waiting. */
  ms: Record<Step, number>;
  peak: number | null;
}

const dialogOf = (app: AppDriver) =>
  app.planner.getByRole('dialog', { name: app.text('import.title') });

/** A name as a regular expression finds it where blanks do not count. */
const words = (name: string) => name.replace(/\s/g, '');

/** Through the menu of a project that is open, or the start screen, which makes a project first. */
type Door = 'menu' | 'start';

/** Nobody finds a file faster; by then the window has done what it does while its dialog is open. */
const findingMs = 1000;

/** Chooses a file in the dialog that `act` opens, as somebody does who has to find it there first. */
async function choosing(page: Page, file: string, act: () => Promise<unknown>): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await act();
  const chooser = await asked;
  await page.waitForTimeout(findingMs);
  await chooser.setFiles(file);
}

/** The steps of an import, from the choice of the file to the picture of its heat. */
function stepsOf(app: AppDriver, file: string, door: Door): Record<Step, () => Promise<number>> {
  const { planner: page } = app;
  const start = page.getByRole('button', { name: app.text('start.import') });
  const inDialog = (name: string) => ({ selector: '[role="dialog"] button', words: words(name) });
  const next = app.text('import.next');
  const run = app.text('import.run', { count: '[\\d,]+' });
  const click = (name: string | RegExp) => () =>
    dialogOf(app).getByRole('button', { name }).click();
  return {
    read: () =>
      timeInPage(page, {
        from: 'change',
        shown: [inDialog(`^${next}$`)],
        act: () =>
          choosing(page, file, () => (door === 'menu' ? app.command('import') : start.click())),
      }),
    planned: () =>
      timeInPage(page, { from: 'click', shown: [inDialog(`^${run}$`)], act: click(next) }),
    'stored and drawn': () =>
      timeInPage(page, {
        from: 'click',
        shown: [
          inDialog(`^${app.text('import.close')}$`),
          { selector: 'footer *', words: words(app.text('status.saved', { time: '[\\d:]+' })) },
          { selector: 'figcaption *', words: `^${words(app.text('legend.heat.unit'))}$` },
        ],
        gone: [{ selector: 'footer *', words: words(app.text('status.saving')) }],
        act: click(new RegExp(`^${run}$`)),
      }),
  };
}

/** Imports a list of complaints; `watch` is handed each step. */
async function importIn(
  planner: MeasuredPlanner,
  file: string,
  count: number,
  door: Door,
  watch: (step: Step, act: () => Promise<void>) => Promise<void> = (_, act) => act(),
): Promise<Imported> {
  const { app, browser } = planner;
  if (door === 'menu') await openEmptyProject(app);
  const acts = stepsOf(app, file, door);
  const ms = {} as Imported['ms'];
  for (const step of steps) {
    await watch(step, async () => {
      ms[step] = await acts[step]();
    });
  }
  await dialogOf(app)
    .getByRole('button', { name: app.text('import.close') })
    .click();
  // The tab tells it in a task of its own, once they are stored and drawn.
  await expect.poll(() => app.count('issues')).toBe(count);
  return { ms, peak: await peakOfWindows(browser) };
}

/** The longest task of the window in each step; told apart from the times, which a trace makes longer. */
async function longestTasks(file: string, count: number): Promise<Record<Step, number>> {
  const planner = await startPlanner();
  const longest = {} as Record<Step, number>;
  try {
    await importIn(planner, file, count, 'menu', async (step, act) => {
      const use = await watchMainThread(planner.browser, planner.app.planner, act);
      longest[step] = use.longestWork;
    });
  } finally {
    await planner.close();
  }
  return longest;
}

async function measure(count: number, runs: number, folder: string): Promise<Row[]> {
  const parser = await fastestParser();
  const file = join(folder, `complaints-${count}.csv`);
  await writeFile(file, complaintsCsv(count));
  const all: Imported[] = [];
  const withProject: Imported[] = [];
  const parsed: number[] = [];
  const inPlanner = async (act: (planner: MeasuredPlanner) => Promise<void>) => {
    const planner = await startPlanner();
    try {
      await act(planner);
    } finally {
      await planner.close();
    }
  };
  for (let turn = 0; turn < runs; turn += 1) {
    await inPlanner(async (planner) => {
      parsed.push(await parseInWorker(planner.browser, parser, file));
      all.push(await importIn(planner, file, count, 'menu'));
    });
    await inPlanner(async (planner) => {
      withProject.push(await importIn(planner, file, count, 'start'));
    });
  }
  const longest = await longestTasks(file, count);
  const section = `${count.toLocaleString('en-US')} complaints`;
  const of = (pick: (one: Imported) => number) => median(all.map(pick));
  const against = { unit: 'ms', reference: median(parsed), against: parser.name, section };
  const sum = (one: Imported) => steps.reduce((total, step) => total + one.ms[step], 0);
  return [
    ...steps.map((step) => ({ what: step, value: of(({ ms }) => ms[step]), ...against })),
    { what: 'all of it', value: of(sum), ...against },
    {
      what: 'all of it from the start screen, where a project is made and opened for it',
      value: median(withProject.map(sum)),
      ...against,
    },
    ...steps.map((step) => ({
      what: `${step}: longest task of the window, own work`,
      value: longest[step],
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
  reference: 'reading and parsing the file with the fastest parser, in a worker of a bare page',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hengzong-bench-'));
    try {
      return [...(await measure(74_401, 3, folder)), ...(await measure(1_000_000, 3, folder))];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
export default bench;
