import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './driver/test.ts';
import { twoCopies } from './two-copies.ts';

let folder: string;
let mine: string;
let theirs: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-keep-'));
  [mine, theirs] = [join(folder, '甲.hengzong'), join(folder, '乙.hengzong')];
  const copies = await twoCopies();
  await writeFile(mine, copies.mine);
  await writeFile(theirs, copies.theirs);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Real handles of the browser's private folder in place of the window that asks the user for one. */
const grantFolder = (page: Page) =>
  page.evaluate(() => {
    const showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('备份盘', { create: true });
    Object.assign(globalThis, { showDirectoryPicker });
  });

const noFaults = async (page: Page, within = '[role="dialog"]') =>
  expect((await new AxeBuilder({ page }).include(within).analyze()).violations).toEqual([]);

test('backups lead back, copies are merged one conflict at a time, and all of it can be undone', async ({
  app,
  host,
}) => {
  const planner = await app.start();
  const door = planner.getByRole('button', { name: app.text('start.open') });
  await app.choosing([mine], () => door.click());
  await expect(app.map).toBeVisible();
  const backups = app.dialog('keep.backups.title');
  const listed = backups
    .getByRole('list', { name: app.text('keep.backups.list') })
    .getByRole('button');

  await test.step('a backup is written where the host keeps them', async () => {
    await grantFolder(planner);
    await app.command('project.backups');
    if (host === 'browser-host') {
      await expect(backups).toContainText(app.text('keep.backups.empty'));
      await backups.getByRole('button', { name: app.text('keep.place.noneButton') }).click();
    }
    await backups.getByRole('button', { name: app.text('keep.backups.now') }).click();
    await expect(listed).toHaveCount(1);
    await listed.first().click();
    await expect(backups).toContainText(app.text('keep.compare.same'));
    await noFaults(planner);
    await planner.keyboard.press('Escape');
    await expect(backups).toBeHidden();
  });

  await test.step('another copy is merged: conflicts are settled one by one', async () => {
    await app.choosing([theirs], () => app.command('project.merge'));
    const title = app.text('keep.merge.title', { name: '乙.hengzong' });
    const merge = planner.getByRole('region', { name: title });
    await expect(merge).toContainText('乙');
    const conflicts = merge
      .getByRole('grid', { name: app.text('keep.merge.conflicts') })
      .getByRole('rowgroup')
      .getByRole('row');
    await expect(conflicts).toHaveCount(2);
    const go = merge.getByRole('button', { name: app.text('keep.merge.do'), exact: true });
    await expect(go).toBeDisabled();
    // On a laptop the choice is seen without scrolling: the tables make room while the panel is there.
    await planner.setViewportSize({ width: 1366, height: 768 });
    const choice = merge.getByRole('radio', { name: app.text('keep.merge.takeTheirs') });
    await expect(choice).toBeInViewport({ ratio: 1 });
    await expect(planner.getByRole('tabpanel')).toBeHidden();
    await conflicts.filter({ hasText: '王一' }).click();
    // The map still shows 东片, in the middle of what the panel leaves free; a click there brings it up.
    const [box, panel] = [await app.map.boundingBox(), await merge.boundingBox()];
    if (!box || !panel) throw new Error('There is no panel beside the map.');
    const middle = (panel.x + panel.width + box.x + box.width) / 2 - box.x;
    await app.map.click({ position: { x: middle, y: box.height / 2 } });
    await expect(merge.getByRole('region', { name: '东片' })).toBeVisible();
    const only = merge.getByRole('row', { name: new RegExp(app.text('keep.merge.onlyHere')) });
    // Three thousandths of a degree of longitude by three hundredths of latitude, which 甲 kept.
    await expect(only).toHaveText(/85\.\d+ ha.*0\.00 m²/);
    await choice.check();
    await noFaults(planner, `[aria-label="${title}"]`);
    // Edits meanwhile: the plan is made anew each time, and what was settled stays settled.
    await app.command('undo');
    await expect(conflicts).toHaveCount(1);
    await app.command('redo');
    await expect(conflicts).toHaveCount(2);
    await expect(conflicts.filter({ hasText: '东片' })).toContainText(
      app.text('keep.merge.theirs'),
    );
    await merge.getByRole('button', { name: app.text('keep.merge.next') }).click();
    await expect(merge.getByRole('row', { name: /13900000001.*13700000001/ })).toBeVisible();
    await expect(go).toBeDisabled();
    await merge.getByRole('radio', { name: app.text('keep.merge.takeMine') }).check();
    await go.click();
    await expect(merge).toBeHidden();
    await expect(planner.getByRole('tabpanel')).toBeVisible();
    const zones = await app.openTable('zones');
    await expect(zones).toContainText('西片（新）');
    const history = await app.openTable('history');
    const step = app.text('edit.mergedFrom', { authors: '乙', count: 4 });
    await history.getByText(step).click();
    const changed = planner.getByRole('region', { name: app.text('history.changed') });
    await expect(changed.getByText('乙', { exact: true })).toHaveCount(4);
  });

  await test.step('the same copy has nothing more to tell', async () => {
    await app.choosing([theirs], () => app.command('project.merge'));
    await expect(planner.getByText(app.text('merge.refused.nothingNew'))).toBeVisible();
  });

  await test.step('the backup shows what differs and leads back in one step', async () => {
    await app.command('project.backups');
    await listed.first().click();
    const kinds = backups.getByRole('table');
    const line = (kind: 'zone' | 'person') =>
      kinds.getByRole('row', { name: new RegExp(`^${app.text(`kind.${kind}`)}`) });
    await expect(line('zone')).toHaveText(/–\s*2\s*–$/);
    await expect(line('person')).toHaveText(/–\s*–\s*1$/);
    await backups
      .getByRole('button', { name: app.text('keep.backups.restore'), exact: true })
      .click();
    await expect(backups).toBeHidden();
    const zones = await app.openTable('zones');
    await expect(zones).not.toContainText('西片（新）');
    await app.command('undo');
    await expect(zones).toContainText('西片（新）');
  });

  await test.step('or comes back beside it as a project of its own', async () => {
    await app.command('project.backups');
    await listed.first().click();
    await backups.getByRole('button', { name: app.text('keep.backups.copy'), exact: true }).click();
    await expect(backups).toBeHidden();
    const zones = await app.openTable('zones');
    await expect(zones).not.toContainText('西片（新）');
    await app.command('project.list');
    const projects = app.dialog('projects.title');
    await expect(projects.getByRole('button', { name: '两台电脑', exact: true })).toHaveCount(2);
    await planner.keyboard.press('Escape');
    await expect(projects).toBeHidden();
  });
});

test('a project saved with a passphrase asks for it, and is known again afterwards', async ({
  app,
  host,
}) => {
  const planner = await app.start();
  const door = planner.getByRole('button', { name: app.text('start.open') });
  await app.choosing([mine], () => door.click());
  await expect(app.map).toBeVisible();

  await app.command('project.saveAs');
  const saveAs = app.dialog('keep.saveAs.title');
  await saveAs.getByRole('checkbox', { name: app.text('keep.saveAs.seal') }).check();
  const save = saveAs.getByRole('button', { name: app.text('keep.saveAs.save') });
  await saveAs.getByLabel(app.text('keep.passphrase.field'), { exact: true }).fill('横到边');
  await saveAs.getByLabel(app.text('keep.saveAs.again')).fill('纵到底');
  await expect(save).toBeDisabled();
  await noFaults(planner);
  await saveAs.getByLabel(app.text('keep.saveAs.again')).fill('横到边');
  const saved = await app.saving(() => save.click());
  expect(saved.bytes.subarray(0, 8).toString()).toBe('HZSEALED');
  expect(saved.bytes.includes('13900000001')).toBe(false);
  await expect(saveAs).toBeHidden();

  const sealed = join(folder, '加密.hengzong');
  await writeFile(sealed, saved.bytes);
  await app.createProject('别的');
  await app.openFile(sealed);
  const ask = app.dialog('keep.passphrase.ask');
  const field = ask.getByLabel(app.text('keep.passphrase.field'), { exact: true });
  await expect(field).toBeFocused();
  await noFaults(planner);
  await field.fill('不对');
  await planner.keyboard.press('Enter');
  await expect(ask.getByRole('alert')).toHaveText(app.text('storage.file.wrongPassphrase'));
  await field.fill('横到边');
  await planner.keyboard.press('Enter');
  await expect(ask).toBeHidden();
  await expect(planner.getByRole('banner').getByText('两台电脑', { exact: true })).toBeVisible();
  await expect(app.map).toBeVisible();

  // A browser without handles of files remembers none.
  if (host === 'browser-host') return;
  await app.command('project.list');
  const projects = app.dialog('projects.title');
  await expect(projects.getByRole('button', { name: '加密.hengzong', exact: true })).toBeEnabled();
  await planner.keyboard.press('Escape');
  await rm(sealed);
  await app.command('project.list');
  await expect(projects).toContainText(app.text('keep.recent.missing'));
  await expect(projects.getByRole('button', { name: '加密.hengzong', exact: true })).toBeDisabled();
});
