import { schemaVersion } from '#renderer/storage/project-database.ts';
import { bringBack, oldDatabase } from './old-database.ts';
import { expect, open, reload, snapshot, test } from './storage-test.ts';

test('a database of every released version opens whole, and takes what is new from then on', async ({
  openPage,
}) => {
  const page = await openPage();
  for (let version = 1; version <= schemaVersion; version++) {
    const database = oldDatabase(version);
    const id = await bringBack(page, database);
    await open(page, id);
    const { audit = [], issuePart: _parts, rowSlice: _slices, ...kinds } = database.stores;
    const at = `version ${version}`;
    expect(await snapshot(page), at).toMatchObject({ status: 'ready', name: `第${version}版` });
    const counts = await page.evaluate(() => window.harness.counts());
    expect(counts, at).toMatchObject(
      Object.fromEntries(Object.entries(kinds).map(([kind, rows]) => [kind, rows.length])),
    );
    expect((await snapshot(page)).actions, at).toHaveLength(audit.length);
    expect(await page.evaluate(() => window.harness.problems()), at).toEqual([]);
    await page.evaluate(async () => {
      window.harness.undo();
      window.harness.addDutyList('2026-05-02');
      await window.harness.whenSaved();
    });
    await reload(page);
    await open(page, id);
    const after = await page.evaluate(() => window.harness.counts());
    expect(after.dutyList, at).toBe((counts.dutyList ?? 0) + 1);
    expect((await snapshot(page)).actions, at).toHaveLength(audit.length + 2);
    await page.evaluate((one) => window.harness.deleteProject(one), id);
  }
});

test('issues that an old log brought are kept once, and are taken back and brought again', async ({
  openPage,
}) => {
  const page = await openPage();
  const database = oldDatabase(4);
  const { audit = [], issueChunk: [chunk] = [] } = database.stores;
  const brought = {
    ...(audit[0] as object),
    id: '00000000-0000-4000-8000-0000000000a1',
    sequence: audit.length + 1,
    patch: { added: { [chunk?.['id'] as string]: chunk }, updated: {}, removed: {} },
  };
  // What was brought and never kept on: the log alone has it.
  const gone = { ...(chunk as object), id: '00000000-0000-4000-8000-0000000000a2' };
  const [bringing, taking] = [1, 2].map((more) => ({
    ...(audit[0] as object),
    id: `00000000-0000-4000-8000-0000000000b${more}`,
    sequence: audit.length + 1 + more,
    patch: {
      added: more === 1 ? { [gone.id]: gone } : {},
      updated: {},
      removed: more === 2 ? { [gone.id]: gone } : {},
    },
  }));
  database.stores['audit'] = [...audit, brought, bringing as object, taking as object] as never;
  const id = await bringBack(page, database);
  await open(page, id);
  const texts = () => page.evaluate(() => window.harness.issueTexts());
  expect(await texts()).toEqual([['问题1', '问题2', '问题3']]);
  expect(await page.evaluate(() => window.harness.problems())).toEqual([]);
  expect(await page.evaluate((one) => window.harness.partCount(one), id)).toBe(3);
  const undo = async (times: number) => {
    await page.evaluate(async (count) => {
      for (let i = 0; i < count; i++) window.harness.undo();
      await window.harness.whenSaved();
    }, times);
    await reload(page);
    await open(page, id);
  };
  await undo(1);
  expect(await texts()).toEqual([
    ['问题1', '问题2', '问题3'],
    ['问题1', '问题2', '问题3'],
  ]);
  await undo(2);
  expect(await texts()).toEqual([]);
  await page.evaluate(async () => {
    window.harness.redo();
    await window.harness.whenSaved();
  });
  await reload(page);
  await open(page, id);
  expect(await texts()).toEqual([['问题1', '问题2', '问题3']]);
  // Steps back and forth refer to what is there.
  expect(await page.evaluate((one) => window.harness.partCount(one), id)).toBe(3);
});
