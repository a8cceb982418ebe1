import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { seal } from '#shared/formats/project-file/seal.ts';
import type { HostBridge } from '#shared/host/bridge.ts';
import { expect, test } from './driver/test.ts';
import { idOf, twoCopies } from './two-copies.ts';

let folder: string;
let mine: string;
let sealed: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengzong-safe-'));
  mine = join(folder, '甲.hengzong');
  sealed = join(folder, '乙（加密）.hengzong');
  const copies = await twoCopies();
  await writeFile(mine, copies.mine);
  await writeFile(sealed, await seal(new Uint8Array(copies.theirs), '横到边', 100_000));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every backup there is, as the machine has it: Electron's by its bridge, a browser's in its own folder. */
const backups = (page: Page) =>
  page.evaluate(async () => {
    const found: { name: string; isSealed: boolean; isReadable: boolean }[] = [];
    const look = (name: string, bytes: Uint8Array) => {
      const text = new TextDecoder('latin1').decode(bytes);
      const isReadable = text.includes('manifest.json');
      found.push({ name, isSealed: text.startsWith('HZSEALED'), isReadable });
    };
    const { hengzongHost: bridge } = globalThis as unknown as { hengzongHost?: HostBridge };
    if (bridge) {
      const ask = async (channel: 'listBackups' | 'readBackup', input: unknown) =>
        ((await bridge.invoke(channel, input)) as { value: unknown }).value;
      for (const one of (await ask('listBackups', null)) as { projectId: string; name: string }[]) {
        const { projectId, name } = one;
        look(name, (await ask('readBackup', { projectId, name })) as Uint8Array);
      }
    } else {
      const walk = async (handle: FileSystemDirectoryHandle) => {
        for await (const entry of handle.values()) {
          if (entry.kind === 'directory') await walk(entry as FileSystemDirectoryHandle);
          else if (entry.name.endsWith('.hengzong')) {
            // Gone where it is just being replaced: it is seen when asked again.
            const file = await (entry as FileSystemFileHandle).getFile().catch(() => null);
            if (file) look(entry.name, new Uint8Array(await file.arrayBuffer()));
          }
        }
      };
      const own = await navigator.storage.getDirectory();
      await walk(await own.getDirectoryHandle('备份盘', { create: true }));
    }
    return found.sort((a, b) => a.name.localeCompare(b.name));
  });

const noFaults = async (page: Page, within = '[role="dialog"]') =>
  expect((await new AxeBuilder({ page }).include(within).analyze()).violations).toEqual([]);

test('backups are written hour by hour, sealed once the project has a passphrase; damage is said and mended', async ({
  app,
  host,
}) => {
  const planner = await app.start();
  const notice = (words: string) =>
    planner.getByRole('contentinfo').getByRole('button', { name: words });
  const dialog = app.dialog('keep.backups.title');

  await test.step('of an open project one is written within the hour after an edit', async () => {
    const door = planner.getByRole('button', { name: app.text('start.open') });
    await app.choosing([mine], () => door.click());
    await expect(app.map).toBeVisible();
    if (host === 'browser-host') {
      await planner.evaluate(() => {
        const showDirectoryPicker = async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('备份盘', { create: true });
        Object.assign(globalThis, { showDirectoryPicker });
      });
      await app.command('project.backups');
      await dialog.getByRole('button', { name: app.text('keep.place.noneButton') }).click();
      await expect(dialog).toContainText('备份盘');
      await planner.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await planner.clock.install();
    await planner.reload();
    await expect(app.map).toBeVisible();
    await planner.clock.fastForward('01:01');
    await expect.poll(async () => (await backups(planner)).length).toBe(1);
    await app.command('undo');
    // Not before an hour has gone by.
    await planner.clock.fastForward('30:00');
    await planner.clock.fastForward('01:01');
    expect(await backups(planner)).toHaveLength(1);
    await planner.clock.fastForward('30:00');
    await expect.poll(async () => (await backups(planner)).length).toBe(2);
    expect((await backups(planner)).every(({ isReadable }) => isReadable)).toBe(true);
    // Without an edit there is nothing new to keep.
    await planner.clock.fastForward('02:00:00');
    await planner.clock.fastForward('01:01');
    expect(await backups(planner)).toHaveLength(2);
  });

  await test.step('with a passphrase, all of them are sealed, those from before too', async () => {
    await app.command('project.saveAs');
    const saveAs = app.dialog('keep.saveAs.title');
    await saveAs.getByRole('checkbox', { name: app.text('keep.saveAs.seal') }).check();
    await saveAs.getByLabel(app.text('keep.passphrase.field'), { exact: true }).fill('横到边');
    await saveAs.getByLabel(app.text('keep.saveAs.again')).fill('横到边');
    await app.saving(() =>
      saveAs.getByRole('button', { name: app.text('keep.saveAs.save') }).click(),
    );
    await expect(saveAs).toBeHidden();
    await app.command('redo');
    await planner.clock.fastForward('01:01:00');
    await planner.clock.fastForward('01:01');
    await expect.poll(async () => (await backups(planner)).length).toBe(3);
    await expect
      .poll(async () => (await backups(planner)).map(({ isSealed }) => isSealed))
      .toEqual([true, true, true]);
    expect((await backups(planner)).some(({ isReadable }) => isReadable)).toBe(false);
  });

  await test.step('a window that was loaded anew seals and opens them without being told the passphrase', async () => {
    await planner.reload();
    await expect(app.map).toBeVisible();
    await app.command('undo');
    await planner.clock.fastForward('01:01:00');
    await planner.clock.fastForward('01:01');
    await expect.poll(async () => (await backups(planner)).length).toBe(4);
    expect((await backups(planner)).every(({ isSealed }) => isSealed)).toBe(true);
    await app.command('project.backups');
    const listed = dialog
      .getByRole('list', { name: app.text('keep.backups.list') })
      .getByRole('button');
    await listed.last().click();
    await expect(dialog.getByRole('table')).toContainText(app.text('kind.person'));
    await planner.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('saving again asks for the passphrase rather than writing an open file', async () => {
    if (host !== 'browser-host') return;
    // The browser has given no handle of the file, so nothing tells of it but the project itself.
    await app.command('project.save');
    const saveAs = app.dialog('keep.saveAs.title');
    await expect(saveAs.getByRole('checkbox')).toBeChecked();
    await saveAs.getByRole('checkbox').uncheck();
    await expect(saveAs.getByRole('alert')).toHaveText(app.text('keep.saveAs.openNow'));
    await planner.keyboard.press('Escape');
    await expect(saveAs).toBeHidden();
  });

  await test.step('without the key no backup is written, and the window says what to do', async () => {
    await planner.evaluate(
      () =>
        new Promise((done) => {
          indexedDB.deleteDatabase('hengzong-keys').onsuccess = done;
        }),
    );
    await app.command('redo');
    await planner.clock.fastForward('01:01:00');
    await planner.clock.fastForward('01:01');
    await notice(app.text('keep.notice.locked')).click();
    await expect(dialog.getByRole('alert')).toContainText(app.text('keep.backups.locked'));
    await noFaults(planner);
    expect(await backups(planner)).toHaveLength(4);
    // As on another machine: the backups that are there ask for the passphrase.
    await dialog
      .getByRole('list', { name: app.text('keep.backups.list') })
      .getByRole('button')
      .last()
      .click();
    const ask = app.dialog('keep.passphrase.ask');
    await ask.getByLabel(app.text('keep.passphrase.field'), { exact: true }).fill('横到边');
    await planner.keyboard.press('Enter');
    await expect(ask).toBeHidden();
    await expect(dialog.getByText(app.text('keep.compare.same'))).toBeVisible();
    await planner.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('what was changed behind the back of the app is said in words, and mended by the log', async () => {
    await planner.evaluate(
      ({ project, person, zone }) =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open(`hengzong-project-${project}`);
          opening.onerror = () => fail(new Error('cannot open'));
          opening.onsuccess = () => {
            const database = opening.result;
            const writing = database.transaction(['person', 'zone', 'post'], 'readwrite');
            writing.objectStore('person').delete(person);
            const zones = writing.objectStore('zone');
            zones.get(zone).onsuccess = ({ target }) => {
              const { result } = target as IDBRequest<{ name: string }>;
              zones.put({ ...result, name: '篡改' });
            };
            writing.objectStore('post').put({
              kind: 'post',
              id: '00000000-0000-4000-8000-000000000099',
              role: 'keeper',
              personId: '00000000-0000-4000-8000-000000000098',
              level: 'zone',
              targetId: zone,
              from: '2026-01-01',
            });
            writing.oncomplete = () => {
              database.close();
              done();
            };
          };
        }),
      { project: idOf(1), person: idOf(20), zone: idOf(10) },
    );
    await planner.reload();
    await expect(app.map).toBeVisible();
    await planner.clock.fastForward('00:11');
    await notice(app.text('keep.notice.problems', { count: 4 })).click();
    const look = app.dialog('keep.integrity.title');
    const say = (what: 'lost' | 'unlike', kind: 'person' | 'zone', title: string) =>
      app.text(`keep.integrity.${what}`, { kind: app.text(`kind.${kind}`), title });
    await expect(look).toContainText(say('lost', 'person', '王一'));
    await expect(look).toContainText(say('unlike', 'zone', '篡改'));
    await noFaults(planner);
    // Of the post no log tells: there is one more than were stored.
    const post = app.text('kind.post');
    const counts = app.text('keep.integrity.counts', { kind: post, kept: 0, found: 1 });
    await look.getByRole('button', { name: app.text('keep.integrity.mend', { count: 2 }) }).click();
    await expect(look.getByRole('listitem')).toHaveCount(2);
    await expect(look).toContainText(counts);
    await look.getByRole('button', { name: app.text('keep.integrity.trust') }).click();
    await expect(look.getByRole('listitem')).toHaveCount(1);
    await expect(look).not.toContainText(counts);
    await look.getByRole('listitem').getByRole('button').click();
    await expect(look).toBeHidden();
    // The card of the zone that the post is held for.
    await expect(app.card('东片')).toBeVisible();
    await expect(await app.openTable('zones')).toContainText('东片');
  });
});

test('a project takes the passphrase of a copy that is merged into it, unless it is to stay open', async ({
  app,
}) => {
  const planner = await app.start();
  const door = planner.getByRole('button', { name: app.text('start.open') });
  await app.choosing([mine], () => door.click());
  await expect(app.map).toBeVisible();
  await app.choosing([sealed], () => app.command('project.merge'));
  const ask = app.dialog('keep.passphrase.ask');
  await ask.getByLabel(app.text('keep.passphrase.field'), { exact: true }).fill('横到边');
  await planner.keyboard.press('Enter');
  const title = app.text('keep.merge.title', { name: '乙（加密）.hengzong' });
  const merge = planner.getByRole('region', { name: title });
  const box = merge.getByRole('checkbox', { name: app.text('keep.merge.seal') });
  await expect(box).toBeChecked();
  await box.uncheck();
  await expect(merge.getByRole('alert')).toHaveText(app.text('keep.merge.unsealedHint'));
  await noFaults(planner, `[aria-label="${title}"]`);
  await box.check();
  await merge.getByRole('button', { name: app.text('keep.merge.rest.theirs') }).click();
  await expect(merge.getByRole('status')).toHaveText(app.text('keep.merge.settled'));
  await merge.getByRole('button', { name: app.text('keep.merge.do'), exact: true }).click();
  await expect(merge).toBeHidden();
  // The project is sealed from now on: what is saved, and after a reload the choice that is offered.
  const saved = await app.saving(() => app.command('project.save'));
  expect(saved.bytes.subarray(0, 8).toString()).toBe('HZSEALED');
  expect(saved.bytes.includes('13700000001')).toBe(false);
  await planner.reload();
  await expect(app.map).toBeVisible();
  await app.command('project.save');
  await expect(app.dialog('keep.saveAs.title').getByRole('checkbox')).toBeChecked();
  await planner.keyboard.press('Escape');
  // Merged into a project that has a passphrase, a sealed copy asks for nothing.
  await app.command('undo');
  await app.choosing([sealed], () => app.command('project.merge'));
  await ask.getByLabel(app.text('keep.passphrase.field'), { exact: true }).fill('横到边');
  await planner.keyboard.press('Enter');
  await expect(
    merge.getByRole('button', { name: app.text('keep.merge.do'), exact: true }),
  ).toBeEnabled();
  await expect(box).toBeHidden();
});
