import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readJson, writeJson } from '#electron/files/json-file.ts';

const schema = z.strictObject({ size: z.number() });
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-json-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('readJson and writeJson', () => {
  it('reads what was written last, however fast the writes follow', async () => {
    const file = join(folder, 'a.json');
    await Promise.all([1, 2, 3].map((size) => writeJson(file, { size })));
    expect(readJson(file, schema, { size: 0 })).toEqual({ size: 3 });
    expect(await readFile(file, 'utf8')).toMatch(/\n$/);
  });

  it.each(['', '{', '{"size":"3"}', '{"size":1,"more":2}', 'null'])(
    'falls back on a file with %j in it',
    async (text) => {
      await writeFile(join(folder, 'b.json'), text);
      expect(readJson(join(folder, 'b.json'), schema, { size: 7 })).toEqual({ size: 7 });
    },
  );

  it('logs a write that fails and goes on', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await writeJson(join(folder, 'gone', 'a.json'), {});
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
