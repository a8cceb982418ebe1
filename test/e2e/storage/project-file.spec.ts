import { addPeople, expect, newProject, reload, snapshot, test } from './storage-test.ts';

test('a saved file opens as the same project while nothing has changed', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一');
  await page.evaluate(async () => {
    await window.harness.openProjectFile(await window.harness.packCurrentProject());
  });
  expect(await snapshot(page)).toMatchObject({ id, people: ['王一'], status: 'ready' });
  expect(await page.evaluate(() => window.harness.listProjects())).toHaveLength(1);
});

test('an older file opens beside the newer work, with an undo of its own', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  await addPeople(page, '王一');
  await page.evaluate(async () => {
    window.harness.rename('海淀二');
    const file = await window.harness.packCurrentProject();
    window.harness.addPerson('李二');
    await window.harness.openProjectFile(file);
  });
  const copy = await snapshot(page);
  expect(copy).toMatchObject({ people: ['王一'], name: '海淀二', status: 'ready' });
  expect(copy.id).not.toBe(id);
  expect(await page.evaluate(() => window.harness.listProjects())).toHaveLength(2);
  await page.evaluate(async () => {
    window.harness.undo();
    await window.harness.whenSaved();
  });
  expect(await snapshot(page)).toMatchObject({ name: '海淀', id: copy.id });
  await page.evaluate((project) => window.harness.openProject(project), id);
  expect(await snapshot(page)).toMatchObject({ people: ['李二', '王一'], name: '海淀二' });
});

test('a file that carries the work further takes its place', async ({ openPage }) => {
  const page = await openPage();
  const id = await newProject(page);
  const people = await page.evaluate(async () => {
    const early = await window.harness.packCurrentProject();
    window.harness.addPerson('王一');
    const late = await window.harness.packCurrentProject();
    const { id: project } = window.harness.snapshot();
    await window.harness.deleteProject(project as string);
    await window.harness.openProjectFile(early);
    const before = window.harness.snapshot().people;
    await window.harness.openProjectFile(late);
    return { before, after: window.harness.snapshot().people };
  });
  expect(people).toEqual({ before: [], after: ['王一'] });
  expect((await snapshot(page)).id).toBe(id);
});

test('a damaged file is refused in the worker with its reason, and what was open stays', async ({
  openPage,
}) => {
  const page = await openPage();
  const id = await newProject(page);
  const key = await page.evaluate(async () => {
    const file = await window.harness.packCurrentProject();
    try {
      await window.harness.openProjectFile(file.slice(0, file.length - 40));
      return null;
    } catch (error) {
      return (error as { key?: string }).key;
    }
  });
  expect(key).toBe('storage.file.cut');
  expect(await snapshot(page)).toMatchObject({ id, status: 'ready' });
});

test('checks run in the worker, follow edits, and can be cancelled', async ({ openPage }) => {
  const page = await openPage();
  await newProject(page);
  const nothing = await page.evaluate(async () => {
    await window.harness.runCheck();
    return window.harness.useFindings.getState().report?.nothing;
  });
  expect(nothing).toBe('no-zones');
  const wasStale = await page.evaluate(() => {
    window.harness.addPerson('王一');
    return window.harness.useFindings.getState().stale;
  });
  expect(wasStale).toBe(true);
  await expect
    .poll(() => page.evaluate(() => window.harness.useFindings.getState().stale))
    .toBe(false);

  const cancelled = await page.evaluate(async () => {
    const controller = new AbortController();
    const job = window.harness.runJob(
      'check',
      { records: [], on: '2026-05-01' },
      { signal: controller.signal },
    );
    controller.abort();
    return job.then(
      () => 'done',
      (error: Error) => error.name,
    );
  });
  expect(cancelled).toBe('AbortError');
  await reload(page);
});
