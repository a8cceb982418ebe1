/**
 * `npm test`: sets up what is missing and runs everything. Plain JavaScript without libraries,
 * because it runs before anything is installed and on Node 20.19.
 */
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from '#electron/launch/dependencies.mjs';
import { runToExit } from '#electron/launch/launch-error.mjs';
import { rerunWithNewerNode } from '#electron/launch/node-runtime.mjs';
import { ensureTestBrowser } from './test-browser.mjs';

async function test(args) {
  await ensureDependencies();
  const rerun = await rerunWithNewerNode(fileURLToPath(import.meta.url), args);
  if (rerun !== null) return rerun;
  const browser = await ensureTestBrowser();
  // Imported late: it is TypeScript, which needs the newer Node.
  const { runAll } = await import('#test/run/run-all.ts');
  return runAll(browser);
}

await runToExit(() => test(process.argv.slice(2)));
