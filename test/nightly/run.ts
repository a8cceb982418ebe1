/**
 * `npm run nightly`: property tests with new cases, damaged files and a killed browser, far more of them than `npm test`
 * takes time for. A failure prints its seed and path, by which it is found again (HENGZONG_SEED).
 */
import { join } from 'node:path';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import { runCommand } from '#electron/launch/run-command.mjs';

/** Test files, and how many cases each draws. */
const suites: readonly { file: string; environment: Record<string, string> }[] = [
  {
    file: 'test/unit/shared/edits/redraw/random-redraw.test.ts',
    environment: { HENGZONG_REDRAW_RUNS: '5000' },
  },
];

let failed = 0;

async function runNode(args: string[], environment: Record<string, string>): Promise<void> {
  const { code } = await runCommand(process.execPath, args, {
    cwd: projectFolder,
    show: true,
    env: { ...process.env, ...environment },
  });
  if (code !== 0) failed++;
}

const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs');
for (const { file, environment } of suites) {
  await runNode([vitest, 'run', file], { HENGZONG_SEED: 'random', ...environment });
}
await runNode([join(projectFolder, 'test/fuzz/nightly.ts')], {});
const playwright = join(projectFolder, 'node_modules/@playwright/test/cli.js');
await runNode([playwright, 'test', '--project=storage', 'kill'], { HENGZONG_KILLS: '200' });
await runNode([playwright, 'test', '--project=browser-host', '--project=standin'], {
  HENGZONG_EVERY_HOST: '1',
});
process.exitCode = failed > 0 ? 1 : 0;
