import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWholeFile } from '#electron/files/read-whole-file.ts';
import { largestFile } from '#shared/host/channels.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('readWholeFile', () => {
  it('gives the name and every byte, in memory of their own', async () => {
    await writeFile(join(folder, '点位.csv'), Buffer.from([0xef, 0xbb, 0xbf, 0, 255]));
    const { name, bytes } = await readWholeFile(join(folder, '点位.csv'));
    expect(name).toBe('点位.csv');
    expect([...bytes]).toEqual([0xef, 0xbb, 0xbf, 0, 255]);
    expect(bytes.buffer.byteLength).toBe(5);
  });

  it('refuses a file of more than 1 GiB before reading it', async () => {
    await writeFile(join(folder, 'large.geojson'), '');
    // Takes no room on the disk: the file is a hole.
    await truncate(join(folder, 'large.geojson'), largestFile + 1);
    await expect(readWholeFile(join(folder, 'large.geojson'))).rejects.toMatchObject({
      key: 'host.read.tooLarge',
      params: { name: 'large.geojson' },
    });
  });

  it.each([
    ['gone.csv', 'host.read.missing'],
    ['.', 'host.read.notFile'],
  ])('says why it cannot read %s', async (name, key) => {
    await expect(readWholeFile(join(folder, name))).rejects.toMatchObject({ key });
  });
});
