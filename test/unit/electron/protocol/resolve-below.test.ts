import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathBelow, resolveBelow } from '#electron/protocol/resolve-below.ts';

let outer: string;
let folder: string;

beforeAll(async () => {
  outer = await realpath(await mkdtemp(join(tmpdir(), 'hengzong-below-')));
  folder = join(outer, 'pages');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await mkdir(join(outer, 'pages-of-another'));
  await writeFile(join(folder, 'assets', 'a.js'), '');
  await writeFile(join(outer, 'secret.txt'), '');
  await writeFile(join(outer, 'pages-of-another', 'a.js'), '');
  await symlink(join(outer, 'secret.txt'), join(folder, 'link.txt'));
});
afterAll(() => rm(outer, { recursive: true, force: true }));

describe('resolveBelow', () => {
  it('finds a file in the folder', async () => {
    expect(await resolveBelow(folder, 'assets/a.js')).toBe(join(folder, 'assets', 'a.js'));
  });

  it.each([
    ['', 'nothing'],
    ['.', 'the folder itself'],
    ['missing.js', 'what is not there'],
    ['../secret.txt', 'the folder above'],
    ['assets/../../secret.txt', 'the folder above, by a detour'],
    ['../pages-of-another/a.js', 'a folder whose name begins the same'],
    ['/etc/passwd', 'an absolute path'],
    ['C:/Windows/win.ini', 'a drive'],
    ['..\\secret.txt', 'backslashes'],
    ['assets/a.js\0.png', 'a zero byte'],
    ['link.txt', 'a symbolic link that leads out'],
  ])('refuses %j: %s', async (path) => {
    expect(await resolveBelow(folder, path)).toBeNull();
  });

  it('never names anything outside, whatever the path', () => {
    const step = fc.oneof(fc.constantFrom('..', '.', '', 'assets', '\\', '%2e%2e'), fc.string());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const path = pathBelow('/srv/pages', steps.join('/'));
        return path === null || path === '/srv/pages' || path.startsWith('/srv/pages/');
      }),
    );
  });
});
