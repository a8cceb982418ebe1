import { addPeople, expect, newProject, open, snapshot, test } from './storage-test.ts';

test('a second window reads and follows, and takes over when the first closes', async ({
  openPage,
}) => {
  const writer = await openPage();
  const id = await newProject(writer);
  const reader = await openPage();
  await open(reader, id);
  expect(await snapshot(reader)).toMatchObject({ status: 'ready', role: 'reader' });
  expect(await reader.evaluate(() => window.harness.addPerson('不行'))).toEqual({
    refused: 'edit.refused.reader',
  });

  await addPeople(writer, '王一');
  await expect.poll(async () => (await snapshot(reader)).people).toEqual(['王一']);
  await writer.evaluate(() => window.harness.undo());
  await expect.poll(async () => (await snapshot(reader)).people).toEqual([]);

  // Columns of issues are kept apart from the log: whoever follows it reads them, too.
  await writer.evaluate(() => window.harness.addIssues(2));
  const texts = () => reader.evaluate(() => window.harness.issueTexts());
  await expect.poll(texts).toEqual([['', '']]);
  await writer.evaluate(() => window.harness.undo());
  await expect.poll(texts).toEqual([]);

  await writer.close();
  await expect.poll(async () => (await snapshot(reader)).role).toBe('writer');
  await addPeople(reader, '李二');
  expect(await snapshot(reader)).toMatchObject({ people: ['李二'], status: 'ready' });
});

test('a burst of edits arrives whole and in order', async ({ openPage }) => {
  const writer = await openPage();
  const id = await newProject(writer);
  const reader = await openPage();
  await open(reader, id, true);
  const names = Array.from({ length: 40 }, (_, i) => `人${100 + i}`);
  await addPeople(writer, ...names);
  await expect.poll(async () => (await snapshot(reader)).people).toEqual(names);
});

test('a window that only looks on never becomes the writer', async ({ openPage }) => {
  const writer = await openPage();
  const id = await newProject(writer);
  const wall = await openPage();
  await open(wall, id, true);
  const planner = await openPage();
  await open(planner, id);
  await writer.close();
  await expect.poll(async () => (await snapshot(planner)).role).toBe('writer');
  expect((await snapshot(wall)).role).toBe('reader');
  await addPeople(planner, '王一');
  await expect.poll(async () => (await snapshot(wall)).people).toEqual(['王一']);
});
