import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import { invisibleFont, invisibleWidth } from './invisible-font.ts';
import { type Page, pageHeight, pageWidth, type TextRun } from './page.ts';
import { pageImage } from './page-image.ts';

const fontName = 'Text';
const imageName = 'Page';

/** UTF-16, big end first, as hexadecimal digits. */
function utf16(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) {
    digits += text.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase();
  }
  return digits;
}

/** Operators that write one run without painting it, as wide as it was drawn. */
function writeRun({ text, x, y, width, size }: TextRun): PDFOperator[] {
  const number = (value: number) => PDFNumber.of(Number(value.toFixed(3)));
  const natural = invisibleWidth(text) * size;
  const stretch = natural > 0 ? (100 * width) / natural : 100;
  return [
    PDFOperator.of(PDFOperatorNames.SetFontAndSize, [PDFName.of(fontName), number(size)]),
    PDFOperator.of(PDFOperatorNames.SetTextHorizontalScaling, [number(stretch)]),
    PDFOperator.of(PDFOperatorNames.SetTextMatrix, [
      ...[1, 0, 0, 1].map((value) => PDFNumber.of(value)),
      number(x),
      number(pageHeight - y),
    ]),
    PDFOperator.of(PDFOperatorNames.ShowText, [PDFHexString.of(utf16(text))]),
  ];
}

/**
 * A PDF of drawn pages: each is a picture that fills A4, with its texts over it unseen, so that they
 * can be searched and copied. No font is embedded.
 */
export class PdfFile {
  private readonly pdf: PDFDocument;
  private readonly font: ReturnType<typeof invisibleFont>;

  private constructor(pdf: PDFDocument) {
    this.pdf = pdf;
    this.font = invisibleFont(pdf.context);
  }

  static async create(facts: {
    title: string;
    author: string;
    language: string;
    madeAt: Date;
  }): Promise<PdfFile> {
    const pdf = await PDFDocument.create();
    pdf.setTitle(facts.title, { showInWindowTitleBar: true });
    pdf.setAuthor(facts.author);
    pdf.setLanguage(facts.language);
    pdf.setCreator('Hengzong');
    pdf.setCreationDate(facts.madeAt);
    pdf.setModificationDate(facts.madeAt);
    return new PdfFile(pdf);
  }

  add(page: Page): void {
    const leaf = this.pdf.addPage([pageWidth, pageHeight]);
    leaf.node.setXObject(PDFName.of(imageName), pageImage(this.pdf.context, page));
    leaf.node.setFontDictionary(PDFName.of(fontName), this.font);
    leaf.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(pageWidth, 0, 0, pageHeight, 0, 0),
      drawObject(imageName),
      popGraphicsState(),
      PDFOperator.of(PDFOperatorNames.BeginText),
      // 3: neither filled nor stroked.
      PDFOperator.of(PDFOperatorNames.SetTextRenderingMode, [PDFNumber.of(3)]),
      ...page.runs.flatMap(writeRun),
      PDFOperator.of(PDFOperatorNames.EndText),
    );
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.pdf.save());
  }
}
