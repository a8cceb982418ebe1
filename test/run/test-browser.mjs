import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { LaunchError } from '#electron/launch/launch-error.mjs';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import { runCommand } from '#electron/launch/run-command.mjs';

/** Whether the program is there with all libraries it needs. */
async function starts(path) {
  if (!path || !existsSync(path)) return false;
  return (await runCommand(path, ['--version'])).code === 0;
}

const isRootOnLinux = () => process.platform === 'linux' && process.getuid?.() === 0;

/** A download that crawls ends after so long, and the distribution's package has its turn. */
const downloadMinutes = 5;

/** Playwright's own download, with the libraries it needs where we may install them. */
async function installWithPlaywright(path) {
  console.log(
    `No Chromium or Chrome found; installing Playwright's (${downloadMinutes} minutes at most)…`,
  );
  const tool = resolve(projectFolder, 'node_modules/@playwright/test/cli.js');
  const { code } = await runCommand(process.execPath, [tool, 'install', 'chromium'], {
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    timeout: downloadMinutes * 60_000,
  });
  if (code !== 0) return console.log('  it cannot be fetched from here.');
  if (!(await starts(path)) && isRootOnLinux()) {
    console.log('Installing the libraries it needs…');
    await runCommand(process.execPath, [tool, 'install-deps', 'chromium']);
  }
}

/** The distribution's package and a Chinese font, as root. */
async function installFromDistribution() {
  const managers = [
    {
      program: '/usr/bin/apt-get',
      calls: [['update'], ['install', '-y', 'chromium', 'fonts-noto-cjk']],
    },
    {
      program: '/usr/bin/dnf',
      calls: [['install', '-y', 'chromium', 'google-noto-sans-cjk-fonts']],
    },
  ];
  const manager = managers.find(({ program }) => existsSync(program));
  if (!manager) return;
  console.log(`Installing Chromium with ${manager.program} (about a minute)…`);
  for (const call of manager.calls) {
    const { code, output } = await runCommand(manager.program, call, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (code !== 0) console.log(output.trim().split('\n').slice(-5).join('\n'));
  }
}

/**
 * A Chromium for the end-to-end tests: the one that HENGZONG_TEST_BROWSER names, else an installed
 * one, else Playwright's, else the distribution's.
 * @returns its path. @throws LaunchError with what to do when none can be had.
 */
export async function ensureTestBrowser() {
  const named = process.env.HENGZONG_TEST_BROWSER;
  if (named) {
    if (await starts(named)) return named;
    throw new LaunchError(`HENGZONG_TEST_BROWSER names ${named}, which does not start.`);
  }
  // Imported late: TypeScript and a library, which the set-up has just made usable.
  const { findBrowser } = await import('#electron/browser-host/find-browser.ts');
  const { chromium } = await import('@playwright/test');
  const playwrights = chromium.executablePath();
  const found = async () => {
    for (const path of [findBrowser(), playwrights]) if (await starts(path)) return path;
    return null;
  };
  let browser = await found();
  if (browser === null) {
    await installWithPlaywright(playwrights);
    browser = await found();
  }
  if (browser === null && isRootOnLinux()) {
    await installFromDistribution();
    browser = await found();
  }
  if (browser === null) {
    throw new LaunchError(
      'No browser for the end-to-end tests: install Chromium or Chrome, or set HENGZONG_TEST_BROWSER to its path.',
    );
  }
  return browser;
}
