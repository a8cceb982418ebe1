import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './project-folder.mjs';
import { runCommand } from './run-command.mjs';
import { say } from './say.mjs';

const folder = resolve(projectFolder, 'node_modules/electron');

/** How long a download may stand still before it is given up. */
const patienceMilliseconds = 10_000;

/** The Electron program if it is on this machine, else null. */
export function electronBinary() {
  const record = resolve(folder, 'path.txt');
  if (!existsSync(record)) return null;
  const path = resolve(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? resolve(folder, 'dist'),
    readFileSync(record, 'utf8'),
  );
  return existsSync(path) ? path : null;
}

/**
 * Brings the archive into Electron's own cache, giving up as soon as nothing arrives any more:
 * Electron's installer alone would wait for minutes on a network that swallows packets.
 */
async function download() {
  // The downloader is Electron's dependency, so it is found from there.
  const require = createRequire(resolve(folder, 'package.json'));
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
  const giveUp = new AbortController();
  let timer = setTimeout(() => giveUp.abort(), patienceMilliseconds);
  let told = 0;
  try {
    await downloadArtifact({
      version: require('./package.json').version,
      artifactName: 'electron',
      checksums: require('./checksums.json'),
      cacheRoot: process.env.electron_config_cache,
      downloadOptions: {
        quiet: true,
        signal: giveUp.signal,
        getProgressCallback({ percent }) {
          clearTimeout(timer);
          timer = setTimeout(() => giveUp.abort(), patienceMilliseconds);
          if (percent >= told + 0.25 && percent < 1) {
            told += 0.25;
            say('launch.electronProgress', { percent: Math.round(told * 100) });
          }
          return Promise.resolve();
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Fetches the Electron program when it is not here. @returns its path, or null if out of reach. */
export async function fetchElectron() {
  const present = electronBinary();
  if (present !== null) return present;
  if (!existsSync(folder)) return null;
  say('launch.fetchingElectron');
  try {
    await download();
  } catch {
    // Every reason (no network, a proxy that refuses, no build for this machine) has one outcome.
    return null;
  }
  const { code } = await runCommand(process.execPath, [resolve(folder, 'install.js')]);
  return code === 0 ? electronBinary() : null;
}
