/**
 * `npm run test:nightly`: property tests with new cases, far more of them than `npm test` takes time for.
 * A failure prints its seed and path, by which it is found again (HENGZONG_SEED).
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
for (const { file, environment } of suites) {
  const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs');
  const { code } = await runCommand(process.execPath, [vitest, 'run', file], {
    cwd: projectFolder,
    show: true,
    env: { ...process.env, HENGZONG_SEED: 'random', ...environment },
  });
  if (code !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
