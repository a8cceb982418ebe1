import { join } from 'node:path';
import { LaunchError } from '#electron/launch/launch-error.mjs';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import { say, text } from '#electron/launch/say.mjs';
import { openWindow } from './open-window.ts';
import { type Profile, readProfile, writeProfile } from './profile.ts';
import { defaultProfileFolder } from './profile-folder.ts';
import { isRunningInstance } from './running-instance.ts';
import { type RunningServer, startServer } from './server.ts';

/** A browser that ends sooner has handed the page to one that was open already. */
const handedOverMilliseconds = 3_000;

interface OpenOptions {
  profile: string | null;
  port: number | null;
  open: boolean;
}

/** Starts the profile's server on its own port. @returns null when it runs already. */
async function serve(folder: string, profile: Profile): Promise<RunningServer | null> {
  const served = {
    pages: join(projectFolder, 'out', 'renderer'),
    resources: join(projectFolder, 'resources'),
    data: folder,
  };
  try {
    return await startServer(served, { port: profile.port, profileId: profile.id });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || profile.port === null)
      throw error;
    if (await isRunningInstance(profile.port, profile.id)) return null;
    throw new LaunchError(text('browserHost.portTaken', { port: profile.port, folder }));
  }
}

/** Waits for Ctrl-C, a termination signal, or `windowClosed`. */
function untilEnded(windowClosed: Promise<void>): Promise<void> {
  const signalled = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => done());
  });
  return Promise.race([signalled, windowClosed]);
}

/**
 * Serves the built app from 127.0.0.1 and opens it; ends with the app window or with Ctrl-C.
 * @returns the exit code. @throws LaunchError when the port or the folder cannot be used.
 */
export async function openInBrowser(options: OpenOptions): Promise<number> {
  const folder = options.profile ?? defaultProfileFolder();
  const profile = await readProfile(folder);
  if (options.port !== null) profile.port = options.port;
  const server = await serve(folder, profile);
  if (server === null) {
    const url = `http://127.0.0.1:${profile.port}/`;
    say('browserHost.running', { url });
    if (options.open && (await openWindow(url, folder)).kind === 'none') {
      say('browserHost.noDisplay');
    }
    return 0;
  }
  try {
    await writeProfile(folder, { ...profile, port: server.port });
  } catch (error) {
    await server.close();
    throw new LaunchError(
      text('browserHost.profileUnusable', { folder, reason: (error as Error).message }),
    );
  }

  say('browserHost.serving', { url: server.url });
  let windowClosed = new Promise<void>(() => {});
  const opened = options.open ? await openWindow(server.url, folder) : null;
  if (opened?.kind === 'default-browser') say('browserHost.defaultBrowser');
  if (opened?.kind === 'none') say('browserHost.noDisplay');
  if (opened?.kind === 'app') {
    say('browserHost.appWindow');
    const started = Date.now();
    windowClosed = new Promise((done) => {
      opened.process.once('exit', () => {
        if (Date.now() - started > handedOverMilliseconds) done();
      });
    });
  }

  await untilEnded(windowClosed);
  if (opened?.kind === 'app') opened.process.kill();
  await server.close();
  say('browserHost.stopped');
  return 0;
}
