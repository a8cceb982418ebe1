import { addPeople, expect, newProject, open, reload, snapshot, test } from './storage-test.ts';

test('edits, their undo and redo survive a reload', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一', '李二');
  await page.evaluate(async () => {
    window.harness.undo();
    await window.harness.whenSaved();
  });
  await reload(page);
  expect((await snapshot(page)).status).toBe('closed');
  await open(page, id);
  expect(await snapshot(page)).toMatchObject({
    status: 'ready',
    role: 'writer',
    people: ['王一'],
    actions: ['edit', 'edit', 'undo'],
    canUndo: true,
    canRedo: true,
  });
  await page.evaluate(async () => {
    window.harness.redo();
    await window.harness.whenSaved();
  });
  await reload(page);
  await open(page, id);
  expect(await snapshot(page)).toMatchObject({
    people: ['李二', '王一'],
    actions: ['edit', 'edit', 'undo', 'redo'],
    canRedo: false,
  });
});

test('issues come back as typed arrays', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await page.evaluate(async () => {
    window.harness.addIssues(3);
    await window.harness.whenSaved();
  });
  await reload(page);
  await open(page, id);
  expect(await page.evaluate(() => window.harness.issueCoordinates())).toEqual([
    [true, 1_160_000_000, 1_160_000_100],
  ]);
});

test('nothing can be edited before loading has ended', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await reload(page);
  const during = await page.evaluate(async (project) => {
    const opening = window.harness.openProject(project);
    const result = window.harness.addPerson('太早');
    await opening;
    return result;
  }, id);
  expect(during).toEqual({ refused: 'edit.refused.notReady' });
  expect((await snapshot(page)).people).toEqual([]);
});

test('projects are listed, last opened first, and deleted', async ({ openPage }) => {
  const page = await openPage();
  const first = await newProject(page, '一');
  const second = await newProject(page, '二');
  const names = () =>
    page.evaluate(async () => (await window.harness.listProjects()).map(({ name }) => name));
  expect(await names()).toEqual(['二', '一']);
  await open(page, first);
  expect(await names()).toEqual(['一', '二']);
  await page.evaluate((id) => window.harness.deleteProject(id), second);
  expect(await names()).toEqual(['一']);
  await page.evaluate(() => window.harness.rename('改名'));
  await expect.poll(names).toEqual(['改名']);
  await page.evaluate((id) => window.harness.deleteProject(id), first);
  expect(await names()).toEqual([]);
  expect((await snapshot(page)).status).toBe('closed');
});

test('a lost list is made anew from the projects themselves', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page, '一');
  await reload(page);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('hengzong');
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  expect(await page.evaluate(() => window.harness.listProjects())).toEqual([
    { id, name: '一', opened: 0, invented: false },
  ]);
});

test('opening twice at once leaves one writer', async ({ openPage }) => {
  const page = await openPage();
  const first = await newProject(page, '一');
  const second = await newProject(page, '二');
  await page.evaluate(
    ([a, b]) =>
      Promise.all([a, b, a, a].map((project) => window.harness.openProject(project as string))),
    [first, second],
  );
  expect(await snapshot(page)).toMatchObject({ name: '一', role: 'writer', status: 'ready' });
  const other = await openPage();
  await open(other, second);
  expect(await snapshot(other)).toMatchObject({ name: '二', role: 'writer' });
});
