import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { projectFolder } from './project-folder.mjs';
import { say, text } from './say.mjs';

/** From here on the tools run, and Node runs TypeScript as it is. */
const oldestNode = [22, 18];

function isOldEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** The Node that was installed with the dependencies, or null where none exists for the machine. */
export function bundledNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = resolve(projectFolder, `node_modules/node-${system}-${process.arch}/bin`, file);
  return existsSync(path) ? path : null;
}

/**
 * Runs the same script again under a newer Node when this one is too old.
 * @returns its exit code, or null when this Node will do.
 */
export async function rerunWithNewerNode(script, args) {
  if (isOldEnough(process.versions.node)) return null;
  const node = bundledNode();
  if (node === null) {
    throw new LaunchError(
      text('launch.nodeTooOld', { version: process.versions.node, oldest: oldestNode.join('.') }),
    );
  }
  if (process.env.HENGZONG_RERUN) throw new Error(`${node} is too old as well`);
  say('launch.newerNode', { version: process.versions.node });
  const child = spawn(node, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, HENGZONG_RERUN: '1' },
  });
  // Ctrl-C reaches both; this one waits for the other to end cleanly.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
