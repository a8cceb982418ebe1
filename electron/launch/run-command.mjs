import { spawn } from 'node:child_process';

/**
 * Runs a program in the project folder and collects what it prints. Never throws for its failure:
 * `code` is then not 0 (null when it could not be started or was killed).
 *
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { show?: boolean }} [options] `show` lets the
 *   program print for itself instead of collecting its output
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function runCommand(file, args, { show = false, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, {
      ...options,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    child.on('error', (error) => done({ code: null, output: error.message }));
    child.on('close', (code) => done({ code, output }));
  });
}
