import { spawn } from 'node:child_process';
import { projectFolder } from './project-folder.mjs';

/** A program that ends with an error this soon never showed a window. */
const neverOpenedMilliseconds = 5_000;

/**
 * Opens the app in Electron and waits until it ends.
 * @returns its exit code, or null when it could not open at all (libraries missing, no display).
 */
export function openElectron(binary, { profile }) {
  const args = [projectFolder];
  if (profile) args.push(`--user-data-dir=${profile}`);
  // Chromium refuses its sandbox to root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const started = Date.now();
  const child = spawn(binary, args, { stdio: 'inherit' });
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done) => {
    child.on('error', () => done(null));
    child.on('close', (code) => {
      const failedAtOnce = code !== 0 && Date.now() - started < neverOpenedMilliseconds;
      done(failedAtOnce ? null : (code ?? 0));
    });
  });
}
