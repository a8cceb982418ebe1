import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { projectFolder } from '#electron/launch/project-folder.mjs';
import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import { locales } from '#shared/model/locale.ts';
import type { AppDriver } from './driver/app-driver.ts';
import { plantedCounts } from './driver/planted.ts';
import { expect, test } from './driver/test.ts';

/** Dots to the inch of the picture that fills a page. */
function resolutionOf(page: ReturnType<PDFDocument['getPage']>): number {
  const pictures = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
  const [name] = pictures?.keys() ?? [];
  const picture = name && pictures?.lookup(name);
  if (!(picture instanceof PDFRawStream)) throw new Error('The page has no picture.');
  return picture.dict.lookup(PDFName.of('Width'), PDFNumber).asNumber() / (page.getWidth() / 72);
}

/** The certificate's dialog, once it is made. */
async function openCertificate(app: AppDriver) {
  await app.command('certificate');
  const dialog = app.dialog('certificate.title');
  const json = dialog.getByRole('button', { name: app.text('certificate.dialog.saveJson') });
  await expect(json).toBeEnabled({ timeout: 60_000 });
  return { dialog, json };
}

for (const locale of locales) {
  test.describe(locale, () => {
    test.use({ appLocale: locale });

    const tag = locale === 'zh-CN' ? [] : ['@nightly'];

    test(
      'a certificate of the sample says what is wrong, and verifies',
      { tag },
      async ({ app }, testInfo) => {
        const planner = await app.start({ sample: true });
        await app.command('export');
        const exporting = app.dialog('export.title');
        await exporting
          .getByRole('checkbox', { name: app.text('export.layer.exceptions') })
          .check();
        const layers = await app.saving(() =>
          exporting.getByRole('button', { name: app.text('export.run') }).click(),
        );
        await expect(exporting).toBeHidden();

        const { dialog, json } = await openCertificate(app);
        const verdict = app.text('certificate.verdictName.not-proved');
        await expect(dialog.getByText(verdict, { exact: true })).toHaveCount(2);
        const fields = { unit: '海淀区指挥部', signer: '王某', reviewNumber: 'GS(2026)0000号' };
        for (const [field, value] of Object.entries(fields)) {
          const name = app.text(`certificate.dialog.${field}` as 'certificate.dialog.unit');
          await dialog.getByRole('textbox', { name }).fill(value);
        }
        await dialog.screenshot({ path: testInfo.outputPath('dialog.png') });

        const saved = await app.saving(() => json.click());
        expect(saved.name).toMatch(/\.json$/);
        const certificate = JSON.parse(saved.bytes.toString('utf8')) as Certificate;
        expect(certificate).toMatchObject({
          verdict: 'not-proved',
          invented: true,
          issuer: fields,
        });
        expect(certificate.coverage.findings).toHaveLength(plantedCounts.horizontal);
        expect(certificate.chain?.findings).toHaveLength(plantedCounts.vertical);

        const [certificatePath, layersPath] = ['certificate.json', 'layers.geojson'].map((name) =>
          testInfo.outputPath(name),
        ) as [string, string];
        await writeFile(certificatePath, saved.bytes);
        await writeFile(layersPath, layers.bytes);
        const verify = (...args: string[]) =>
          spawnSync(
            process.execPath,
            [join(projectFolder, 'out/cli/hengzong.mjs'), 'verify', ...args, '--lang', locale],
            { encoding: 'utf8' },
          );
        const files = ['--zones', '--boundary', '--exceptions'].flatMap((o) => [o, layersPath]);
        const answer = verify(certificatePath, ...files);
        expect([answer.status, answer.stderr]).toEqual([0, '']);
        expect(answer.stdout).toContain(app.text('certificate.verified'));

        const button = dialog.getByRole('button', { name: app.text('certificate.dialog.savePdf') });
        const pdf = await app.saving(() => button.click());
        expect(pdf.name).toMatch(/\.pdf$/);
        await writeFile(testInfo.outputPath('certificate.pdf'), pdf.bytes);
        expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
        const document = await PDFDocument.load(pdf.bytes, { updateMetadata: false });
        expect(document.getTitle()).toContain(app.text('certificate.title'));
        expect(document.getAuthor()).toBe(fields.unit);
        const pages = document.getPages();
        // The first page, and at least one of lists.
        expect(pages.length).toBeGreaterThan(1);
        for (const page of pages) {
          expect(page.getSize()).toEqual({ width: 595.28, height: 841.89 });
          expect(resolutionOf(page)).toBeGreaterThan(200);
          expect(page.node.normalizedEntries().Contents).toBeInstanceOf(PDFArray);
        }

        await planner.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      },
    );
  });
}

test('a project without zones is certified as proving nothing', async ({ app }) => {
  await app.start({ sample: true });
  await app.createProject('空项目');
  const { dialog, json } = await openCertificate(app);
  const nothing = app.text('certificate.verdictName.nothing-to-prove');
  await expect(dialog.getByText(nothing, { exact: true })).toHaveCount(2);
  const { bytes } = await app.saving(() => json.click());
  const certificate = JSON.parse(bytes.toString('utf8')) as Certificate;
  expect(certificate).toMatchObject({
    verdict: 'nothing-to-prove',
    coverage: { verdict: 'nothing-to-prove', nothing: 'no-zones', areas: null },
    chain: { verdict: 'nothing-to-prove', nothing: 'no-posts' },
  });
});
