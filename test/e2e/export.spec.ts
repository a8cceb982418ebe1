import { writeFile } from 'node:fs/promises';
import type { AppDriver } from './driver/app-driver.ts';
import { expect, test } from './driver/test.ts';

interface Collection {
  features: { properties: Record<string, unknown>; geometry: { type: string } }[];
}

/** Layers leave as one GeoJSON file, phones in full only when asked for. */
async function exportLayers(app: AppDriver) {
  const { planner } = app;
  const dialog = planner.getByRole('dialog', { name: app.text('export.title') });
  const run = dialog.getByRole('button', { name: app.text('export.run') });

  await app.command('export');
  const plain = await app.saving(() => run.click());
  await expect(dialog).toBeHidden();
  expect(plain.name).toMatch(/\.geojson$/);
  const { features } = JSON.parse(plain.bytes.toString('utf8')) as Collection;
  const layers = new Set(features.map(({ properties }) => properties.layer));
  expect(layers).toEqual(new Set(['district', 'streets', 'communities', 'zones', 'points']));
  expect(features.some(({ properties }) => properties.holder)).toBe(true);
  const phonesOf = (all: Collection['features']) =>
    all.flatMap(({ properties }) => (properties.phone as string | undefined) ?? []).join(' ');
  expect(phonesOf(features)).toMatch(/199-\*{4}-\d{4}/);
  expect(JSON.stringify(features)).not.toMatch(/199-0000/);

  await app.command('export');
  await dialog.getByRole('checkbox', { name: app.text('export.phones') }).check();
  const phones = await app.saving(() => run.click());
  const asked = JSON.parse(phones.bytes.toString('utf8')) as Collection;
  expect(phonesOf(asked.features)).toMatch(/199-0000-\d{4}/);
  await expect(dialog).toBeHidden();
}

/** The findings are saved as a list. */
async function exportFindings(app: AppDriver) {
  const { planner } = app;
  await app.command('export');
  const dialog = planner.getByRole('dialog', { name: app.text('export.title') });
  const button = dialog.getByRole('button', { name: app.text('export.findingsCsv') });
  await expect(button).toBeEnabled();
  const { name, bytes } = await app.saving(() => button.click());
  expect(name).toMatch(/\.csv$/);
  const [heading, ...lines] = bytes.toString('utf8').trim().split('\r\n');
  expect(heading).toContain(app.text('export.finding.ruleName'));
  expect(lines.length).toBeGreaterThan(0);
  expect(bytes.toString('utf8')).toContain(app.text('rule.gap'));
  await planner.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('layers and findings leave as files; what comes back changes nothing', async ({
  app,
}, testInfo) => {
  const planner = await app.start({ sample: true });
  await test.step('findings', () => exportFindings(app));
  await test.step('layers', () => exportLayers(app));
  await app.command('export');
  const dialog = planner.getByRole('dialog', { name: app.text('export.title') });
  const saved = await app.saving(() =>
    dialog.getByRole('button', { name: app.text('export.run') }).click(),
  );
  await expect(dialog).toBeHidden();
  const path = testInfo.outputPath('sample.geojson');
  await writeFile(path, saved.bytes);

  await app.choosing([path], () => app.command('import'));
  const back = planner.getByRole('dialog', { name: app.text('import.title') });
  await back.getByRole('button', { name: app.text('import.next') }).click();
  await expect(back.getByText(app.text('import.check.noneRejected'))).toBeVisible();
  await expect(back.getByText(app.text('import.check.nothing'))).toBeVisible();
});
