import { fileURLToPath } from 'node:url';
import { expect, open, reload, snapshot, test } from './storage-test.ts';

const sample = fileURLToPath(import.meta.resolve('#resources/sample/haidian.hengzong'));

test('the sample is stored, loads again whole and can be edited', async ({ openPage }) => {
  const page = await openPage();
  await page.route('**/sample.hengzong', (route) => route.fulfill({ path: sample }));
  const opened = await page.evaluate(async () => {
    const response = await fetch('sample.hengzong');
    await window.harness.openProjectFile(new Uint8Array(await response.arrayBuffer()));
    return { ...window.harness.snapshot(), counts: window.harness.counts() };
  });
  expect(opened).toMatchObject({ status: 'ready', role: 'writer' });
  expect(opened.counts.zone).toBeGreaterThan(10);
  expect(opened.counts.issueChunk).toBeGreaterThan(0);

  await page.evaluate(async () => {
    window.harness.addPerson('新来的');
    await window.harness.whenSaved();
  });
  await reload(page);
  await open(page, opened.id as string);
  const counts = await page.evaluate(() => window.harness.counts());
  expect(counts).toEqual({ ...opened.counts, person: (opened.counts.person ?? 0) + 1 });
  expect((await snapshot(page)).people).toContain('新来的');
});
