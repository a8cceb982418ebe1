import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { inOneFile } from '#shared/formats/write/in-one-file.ts';

afterEach(() => void vi.useRealTimers());

const files = ['甲.csv', '乙.csv'].map((name) => ({ name, bytes: new TextEncoder().encode(name) }));

it('makes one zip of several files, byte for byte the same on any day, and leaves one as it is', async () => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2026, 2, 4));
  const first = await inOneFile(files, '导出');
  vi.setSystemTime(new Date(2027, 5, 6));
  expect(await inOneFile(files, '导出')).toEqual(first);
  expect(first.name).toBe('导出.zip');
  const inside = Object.entries(unzipSync(first.bytes)).map(([name, bytes]) => [
    name,
    strFromU8(bytes),
  ]);
  expect(inside).toEqual([
    ['甲.csv', '甲.csv'],
    ['乙.csv', '乙.csv'],
  ]);
  expect(await inOneFile(files.slice(0, 1), '导出')).toBe(files[0]);
});
