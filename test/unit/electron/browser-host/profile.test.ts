import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readProfile, writeProfile } from '#electron/browser-host/profile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-profile-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('keeps port and id', async () => {
  const inside = join(folder, 'new', 'folder');
  const profile = { ...(await readProfile(inside)), port: 40_123 };
  await writeProfile(inside, profile);
  expect(await readProfile(inside)).toEqual(profile);
  expect(await readdir(inside)).toEqual(['browser-host.json']);
});

test.each(['', '{', '{"port":80,"id":"x"}', '[]'])('begins anew over "%s"', async (content) => {
  await writeFile(join(folder, 'browser-host.json'), content);
  const profile = await readProfile(folder);
  expect(profile.port).toBeNull();
  expect(profile.id).toMatch(/^[\da-f-]{36}$/);
});
