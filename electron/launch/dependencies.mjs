import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { projectFolder } from './project-folder.mjs';
import { runCommand } from './run-command.mjs';
import { say, text } from './say.mjs';

function readPackages(file) {
  return JSON.parse(readFileSync(resolve(projectFolder, file), 'utf8')).packages;
}

/**
 * Whether every package of the lock file is installed in its version. npm's own record of what it
 * installed is compared, so an `npm install` by hand counts too. Optional packages may be missing:
 * they are for other machines.
 */
export function dependenciesState() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(resolve(projectFolder, record))) return 'absent';
  const installed = readPackages(record);
  const current = Object.entries(readPackages('package-lock.json')).every(
    ([path, wanted]) =>
      path === '' ||
      wanted.link ||
      installed[path]?.version === wanted.version ||
      (!installed[path] && (wanted.optional || wanted.peer)),
  );
  return current ? 'current' : 'older';
}

/** npm as `npm run` started us, else npm on PATH. */
function npmCommand() {
  const npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) return { file: process.execPath, first: [npm], shell: false };
  return { file: 'npm', first: [], shell: process.platform === 'win32' };
}

/** Installs the packages of the lock file when they are absent or other than it says. */
export async function ensureDependencies() {
  const state = dependenciesState();
  if (state === 'current') return;
  say(state === 'absent' ? 'launch.installing' : 'launch.updating');
  const npm = npmCommand();
  // Not `npm ci`: it refuses a lock file without the entries of other systems' optional packages,
  // which a registry mirror may not carry, and on Windows it cannot empty node_modules while Node
  // runs from there. `--no-save` keeps to the lock file and leaves it as it is.
  const options = ['--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const { code, output } = await runCommand(
    npm.file,
    [...npm.first, 'install', ...options, '--loglevel=error'],
    {
      cwd: projectFolder,
      shell: npm.shell,
    },
  );
  if (code !== 0) {
    const lines = output.split('\n').filter((line) => line.startsWith('npm error'));
    throw new LaunchError(
      `${text('launch.installFailed')}\n${(lines.length > 0 ? lines : output.split('\n')).slice(0, 8).join('\n')}`,
    );
  }
  say('launch.installed');
}
