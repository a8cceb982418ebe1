/**
 * `npm start`: sets up what is missing and opens the app. Plain JavaScript without libraries,
 * because it runs before anything is installed and on Node 20.19.
 */
import { fileURLToPath } from 'node:url';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { fetchElectron } from './electron-binary.mjs';
import { runToExit } from './launch-error.mjs';
import { rerunWithNewerNode } from './node-runtime.mjs';
import { openElectron } from './open-electron.mjs';
import { say } from './say.mjs';
import { readStartOptions } from './start-options.mjs';

async function start(args) {
  const options = readStartOptions(args);
  if (options.help) {
    say('launch.usage');
    return 0;
  }
  await ensureDependencies();
  const rerun = await rerunWithNewerNode(fileURLToPath(import.meta.url), args);
  if (rerun !== null) return rerun;
  await ensureBuild();

  if (!options.browser) {
    const binary = await fetchElectron();
    const code = binary === null ? null : await openElectron(binary, options);
    if (code !== null) return code;
    say(binary === null ? 'launch.noElectron' : 'launch.electronFailed');
  }
  // Imported late: it is TypeScript, which needs the newer Node.
  const { openInBrowser } = await import('#electron/browser-host/open-in-browser.ts');
  return openInBrowser(options);
}

await runToExit(() => start(process.argv.slice(2)));
