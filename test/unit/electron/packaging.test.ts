import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuseStub, readFuses } from '#test/packaging/fuses.ts';
import { archivePaths } from '#test/packaging/read-archive.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..', '..');
const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');

/** What lies in the project's folder; the value says whether it may be in the archive. */
const project: Readonly<Record<string, boolean>> = {
  'out/main/main.js': true,
  'out/preload/preload.cjs': true,
  'out/renderer/planner.html': true,
  'out/renderer/assets/planner.js': true,
  'electron/main.ts': false,
  'test/unit/secret.test.ts': false,
  'resources/sample/haidian.hengzong': false,
  'resources/sample/generate/zones.ts': false,
  'resources/sample/source/LICENSE': false,
  'node_modules/some-library/index.js': false,
};

/** Needs no network, but it packs for Linux only: other systems' packers fetch tools. */
describe.skipIf(process.platform !== 'linux')('the package (Linux, with a stub binary)', () => {
  let folder: string;
  const unpacked = (...path: string[]) => join(folder, 'dist', 'linux-unpacked', ...path);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hengzong-package-'));
    for (const path of Object.keys(project)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), path);
    }
    for (const path of ['electron-builder.yml', 'LICENSE', 'resources/icons']) {
      await cp(join(root, path), join(folder, path), { recursive: true });
    }
    const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
    const dependencies = { 'some-library': '1.0.0' };
    const json = { ...own, dependencies, optionalDependencies: {} };
    await writeFile(join(folder, 'package.json'), JSON.stringify(json));
    const library = { name: 'some-library', version: '1.0.0', main: 'index.js' };
    await writeFile(
      join(folder, 'node_modules', 'some-library', 'package.json'),
      JSON.stringify(library),
    );

    const electron = join(folder, 'electron-stub');
    for (const part of ['resources', 'locales']) {
      await mkdir(join(electron, part), { recursive: true });
    }
    await writeFile(join(electron, 'electron'), fuseStub(), { mode: 0o755 });
    for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) {
      await writeFile(join(electron, name), '45.4.1');
    }
    await run(
      process.execPath,
      [builder, '--linux', '--dir', `-c.electronDist=${electron}`, '-c.electronVersion=45.4.1'],
      { cwd: folder, maxBuffer: 2 ** 26 },
    );
  }, 180_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('holds the bundles and nothing else', async () => {
    const wanted = Object.keys(project).filter((path) => project[path]);
    expect(await archivePaths(unpacked('resources', 'app.asar'))).toEqual(
      [...wanted, 'package.json'].toSorted(),
    );
  });

  it('carries the sample, its licence and the icon beside the archive, and no generator', async () => {
    const beside = await readdir(unpacked('resources', 'resources'), { recursive: true });
    const files = ['LICENSE', 'icons/icon.png', 'sample/haidian.hengzong', 'sample/source/LICENSE'];
    expect(beside).toEqual(expect.arrayContaining(files));
    expect(beside.filter((path) => path.endsWith('.ts'))).toEqual([]);
  });

  it('sets the binary’s fuses', async () => {
    expect(readFuses(await readFile(unpacked('hengzong')))).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

describe('the icon', () => {
  it('is a real icon file with every size that Windows shows', async () => {
    const ico = await readFile(join(root, 'resources', 'icons', 'icon.ico'));
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const size = ico[6 + index * 16];
      // A size of 256 does not fit into the byte and stands as 0.
      return size === 0 ? 256 : size;
    });
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
  });
});
