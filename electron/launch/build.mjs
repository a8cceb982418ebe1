import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { LaunchError } from './launch-error.mjs';
import { projectFolder } from './project-folder.mjs';
import { runCommand } from './run-command.mjs';
import { say, text } from './say.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
/** Written after a build that went well: a failed one leaves files that look complete. */
const stamp = resolve(projectFolder, 'out/built');

/** When a file, or anything in a folder, last changed (ms). A removal shows in its folder. */
function newestChange(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const inside = readdirSync(path)
    // Written by the type check, not by anyone who changes the app.
    .filter((name) => !name.endsWith('.tsbuildinfo'))
    .map((name) => newestChange(resolve(path, name)));
  return inside.reduce((newest, time) => Math.max(newest, time), 0);
}

function newestSource() {
  return Math.max(...sources.map((path) => newestChange(resolve(projectFolder, path))));
}

/** Whether the last build went well and nothing in the sources changed since it began. */
export function buildIsCurrent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === String(newestSource());
}

/** The app with its windows, then the command line: what `npm run build` does. */
const steps = [
  ['electron-vite/bin/electron-vite.js', 'build'],
  ['vite/bin/vite.js', 'build', '--config', 'electron/cli/vite.config.ts'],
];

/** Runs the build. @returns whether it went well, and what it printed. */
export async function build() {
  const source = newestSource();
  rmSync(stamp, { force: true });
  let printed = '';
  for (const [tool, ...args] of steps) {
    const path = resolve(projectFolder, 'node_modules', tool);
    const { code, output } = await runCommand(process.execPath, [path, ...args], {
      cwd: projectFolder,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    printed += output;
    if (code !== 0) return { ok: false, output: printed };
  }
  writeFileSync(stamp, String(source));
  return { ok: true, output: printed };
}

/** What went wrong in a build's output, without what went well before and the tool's own stack. */
function errorsOf(output) {
  const [, errors = output] = output.split('error during build:');
  return stripVTControlCharacters(errors)
    .split('\n')
    .filter((line) => !/^\s+at .*:\d+:\d+\)?$/.test(line))
    .join('\n')
    .trim();
}

/** Builds when out/ is missing or older than the sources. */
export async function ensureBuild() {
  if (buildIsCurrent()) return;
  say('launch.building');
  const { ok, output } = await build();
  if (!ok) throw new LaunchError(`${text('launch.buildFailed')}\n${errorsOf(output)}`);
}
