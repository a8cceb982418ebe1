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
