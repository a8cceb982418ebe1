import * as fs from 'node:fs/promises';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeFileWhole } from '#electron/files/write-file-whole.ts';

vi.mock('node:fs/promises', { spy: true });

let folder: string;
const bytes = new Uint8Array([0, 1, 254, 255]);
const systemError = (code: string) => Object.assign(new Error(code), { code });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-write-'));
});
afterEach(async () => {
  vi.mocked(fs.rename).mockReset();
  await rm(folder, { recursive: true, force: true });
});

describe('writeFileWhole', () => {
  it('writes every byte and leaves nothing else', async () => {
    await writeFileWhole(join(folder, '海淀区.hengzong'), bytes);
    expect(await readdir(folder)).toEqual(['海淀区.hengzong']);
    expect(new Uint8Array(await readFile(join(folder, '海淀区.hengzong')))).toEqual(bytes);
  });

  it('replaces what a symbolic link points to and keeps the link', async () => {
    const target = join(folder, 'target');
    await fs.writeFile(target, 'old and longer than the new content');
    await symlink(target, join(folder, 'link'));
    await writeFileWhole(join(folder, 'link'), bytes);
    expect((await lstat(join(folder, 'link'))).isSymbolicLink()).toBe(true);
    expect(new Uint8Array(await readFile(target))).toEqual(bytes);
  });

  it.each(['EPERM', 'EBUSY', 'EACCES'])('waits out a passing %s', async (code) => {
    vi.mocked(fs.rename).mockRejectedValueOnce(systemError(code));
    await writeFileWhole(join(folder, 'a'), bytes);
    expect(await readdir(folder)).toEqual(['a']);
  });

  it.each([
    ['ENOSPC', 'host.write.full'],
    ['EIO', 'host.write.other'],
  ])('keeps the old file when %s strikes at the last moment', async (code, key) => {
    const file = join(folder, 'a');
    await fs.writeFile(file, 'old');
    vi.mocked(fs.rename).mockRejectedValueOnce(systemError(code));
    await expect(writeFileWhole(file, bytes)).rejects.toMatchObject({ key });
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a']);
  });

  it.each(['writeFile', 'sync', 'close'] as const)(
    'keeps the old file when %s fails',
    async (step) => {
      const file = join(folder, 'a');
      await fs.writeFile(file, 'old');
      const { open } = await vi.importActual<typeof fs>('node:fs/promises');
      vi.mocked(fs.open).mockImplementationOnce(async (...args) => {
        const handle = await open(...args);
        const real = handle[step].bind(handle);
        const failing = async () => {
          // Half of it is there already.
          if (step === 'writeFile') await handle.write(bytes.subarray(0, 2));
          if (step === 'close') await (real as () => Promise<void>)();
          throw systemError('ENOSPC');
        };
        return Object.assign(handle, {
          [step]: failing,
          ...(step === 'close' && { [Symbol.asyncDispose]: failing }),
        });
      });
      await expect(writeFileWhole(file, bytes)).rejects.toMatchObject({ key: 'host.write.full' });
      expect(await readFile(file, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['a']);
    },
  );

  it('lets nobody read a file who could not before', async () => {
    const file = join(folder, 'a');
    await fs.writeFile(file, 'old', { mode: 0o600 });
    await writeFileWhole(file, bytes);
    expect((await lstat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps one or the other whole when two write at once', async () => {
    const file = join(folder, 'a');
    const contents = [1, 2, 3, 4].map((n) => new Uint8Array(50_000).fill(n));
    await Promise.all(contents.map((one) => writeFileWhole(file, one)));
    const found = new Uint8Array(await readFile(file));
    expect(contents).toContainEqual(found);
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('says that the folder is not there', async () => {
    const writing = writeFileWhole(join(folder, 'gone', 'a'), bytes);
    await expect(writing).rejects.toMatchObject({
      key: 'host.write.missing',
      params: { name: 'a' },
    });
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not write', async () => {
    await mkdir(join(folder, 'locked'));
    await chmod(join(folder, 'locked'), 0o500);
    const writing = writeFileWhole(join(folder, 'locked', 'a'), bytes);
    await expect(writing).rejects.toMatchObject({ key: 'host.write.denied' });
  });
});
