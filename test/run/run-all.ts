import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSONReport } from '@playwright/test/reporter';
import { build } from '#electron/launch/build.mjs';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import { runCommand } from '#electron/launch/run-command.mjs';
import { playwrightTotals, secondTries, skipReasons } from './playwright-totals.ts';
import { noReport, sum, type Totals, totalsLine } from './totals.ts';
import { vitestTotals } from './vitest-totals.ts';

const reports = join(projectFolder, 'test-results');
const tool = (path: string) => join(projectFolder, 'node_modules', path);

const checks: [string, string[]][] = [
  ['types', [tool('typescript/bin/tsc'), '-b']],
  ['lint', [tool('oxlint/bin/oxlint'), '--type-aware']],
  ['format', [tool('@biomejs/biome/bin/biome'), 'format']],
  ['unused', [tool('knip/bin/knip.js')]],
];

function heading(name: string) {
  console.log(`\n== ${name}`);
}

/** One yes-or-no step: says what it is, and what was wrong when it failed. */
async function step(
  name: string,
  run: () => Promise<{ ok: boolean; output: string }>,
): Promise<Totals> {
  const started = performance.now();
  const { ok, output } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok) console.log(output.trim());
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Runs a test runner with its output shown, and reads the report it leaves. */
async function runner<Report>(
  args: string[],
  environment: Record<string, string>,
  reportFile: string,
): Promise<Report | null> {
  await rm(reportFile, { force: true });
  await runCommand(process.execPath, args, {
    cwd: projectFolder,
    show: true,
    env: { ...process.env, ...environment },
  });
  try {
    return JSON.parse(await readFile(reportFile, 'utf8')) as Report;
  } catch {
    return null;
  }
}

async function unitTests(): Promise<Totals> {
  const file = join(reports, 'unit.json');
  const report = await runner(
    [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    {},
    file,
  );
  return report === null ? noReport : vitestTotals(report);
}

async function endToEndTests(browser: string): Promise<Totals> {
  const file = join(reports, 'e2e.json');
  const report = await runner<JSONReport>(
    [tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file, HENGZONG_TEST_BROWSER: browser },
    file,
  );
  if (report === null) return noReport;
  for (const error of report.errors) console.log(error.message);
  for (const [reason, count] of skipReasons(report)) console.log(`skipped ${count}: ${reason}`);
  for (const title of secondTries(report)) console.log(`passed on the second try: ${title}`);
  return playwrightTotals(report);
}

/**
 * Check, unit tests, build, end-to-end tests; every part runs whatever became of the ones before,
 * except that nothing can be driven that did not build. Ends with the totals on one line.
 * @param browser path of the Chromium for the end-to-end tests
 * @returns the exit code
 */
export async function runAll(browser: string): Promise<number> {
  await mkdir(reports, { recursive: true });
  const parts: Totals[] = [];

  heading('check');
  // All at once: each keeps little more than one core busy.
  parts.push(
    ...(await Promise.all(
      checks.map(([name, args]) =>
        step(name, async () => {
          const { code, output } = await runCommand(process.execPath, args, { cwd: projectFolder });
          return { ok: code === 0, output };
        }),
      ),
    )),
  );

  heading('unit tests');
  parts.push(await unitTests());

  heading('build');
  const built = await step('build', build);
  parts.push(built);

  heading('end-to-end tests');
  if (built.failed === 0) parts.push(await endToEndTests(browser));
  else console.log('not run: nothing was built');

  const total = sum(parts);
  console.log(`\n${totalsLine(total)}`);
  return total.failed === 0 ? 0 : 1;
}
