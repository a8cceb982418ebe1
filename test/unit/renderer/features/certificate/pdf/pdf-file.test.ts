import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { invisibleWidth } from '#renderer/features/certificate/pdf/invisible-font.ts';
import type { Page, TextRun } from '#renderer/features/certificate/pdf/page.ts';
import { PdfFile } from '#renderer/features/certificate/pdf/pdf-file.ts';

const facts = { title: '覆盖证明', author: '某区', language: 'zh-CN', madeAt: new Date(0) };

/** A page of two by one pixels. */
function page(pixels: [number, number, number][], runs: TextRun[] = []): Page {
  const data = Uint8ClampedArray.from(pixels.flatMap((rgb) => [...rgb, 255]));
  return { picture: { width: pixels.length, height: 1, data }, runs };
}

async function pdfOf(...pages: Page[]): Promise<PDFDocument> {
  const file = await PdfFile.create(facts);
  for (const one of pages) file.add(one);
  return PDFDocument.load(await file.bytes(), { updateMetadata: false });
}

describe('PdfFile', () => {
  it('has a page of A4 for each drawn page, and says what it is', async () => {
    const pdf = await pdfOf(page([[0, 0, 0]]), page([[255, 255, 255]]));
    expect(pdf.getPageCount()).toBe(2);
    expect(pdf.getPage(0).getSize()).toEqual({ width: 595.28, height: 841.89 });
    expect([pdf.getTitle(), pdf.getAuthor()]).toEqual(['覆盖证明', '某区']);
  });

  it('writes texts in UTF-16 where they were drawn, as wide as they were, and unseen', async () => {
    const run = { text: '缺口 1𠮷', x: 42, y: 100, width: 60, size: 10 };
    const pdf = await pdfOf(page([[1, 1, 1]], [run]));
    const contents = pdf.getPage(0).node.normalizedEntries().Contents;
    const streams = contents?.asArray().map((ref) => pdf.context.lookup(ref)) ?? [];
    const text = streams
      .filter((stream) => stream instanceof PDFRawStream)
      .map((stream) => new TextDecoder('latin1').decode(unzlibSync(stream.contents)))
      .join('\n');
    expect(text).toContain('3 Tr');
    expect(text).toContain('1 0 0 1 42 741.89 Tm');
    expect(text).toContain('<7F3A53E300200031D842DFB7> Tj');
    // 2 characters of full width, 2 of half, and one from beyond the basic plane.
    expect(invisibleWidth(run.text)).toBe(4);
    expect(text).toContain('150 Tz');
  });
});
