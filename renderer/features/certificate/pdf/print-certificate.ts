import { drawFirstPage } from './first-page.ts';
import { listsOf } from './list-pages.ts';
import { PdfFile } from './pdf-file.ts';
import { drawFoot, type Print } from './print.ts';
import { Sheet } from './sheet.ts';
import { TablePrinter } from './table.ts';

/** The sheets of a certificate, one after the other; each is let go once the next is asked for. */
function* sheetsOf(print: Print, dry: boolean): Generator<Sheet> {
  let number = 1;
  const finished = (sheet: Sheet) => {
    drawFoot(sheet, print, number);
    number += 1;
    return sheet;
  };
  const first = new Sheet(dry);
  drawFirstPage(first, print);
  yield finished(first);
  const printer = new TablePrinter(() => new Sheet(dry));
  for (const list of listsOf(print)) {
    for (const _ of printer.print(list)) {
      for (const sheet of printer.done.splice(0)) yield finished(sheet);
    }
  }
  yield finished(printer.last);
}

/**
 * The PDF of a certificate: A4, page by page, in a worker. @throws Error when it cannot be drawn
 */
export async function printCertificate(
  open: Omit<Print, 'total'>,
  onProgress: (fraction: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  let total = 0;
  for (const _ of sheetsOf({ ...open, total: 1 }, true)) total += 1;
  const { certificate, text } = open;
  const file = await PdfFile.create({
    title: [text('certificate.title'), certificate.district?.name].filter(Boolean).join(' '),
    author: certificate.issuer.unit,
    language: certificate.language,
    madeAt: new Date(certificate.madeAt),
  });
  let done = 0;
  for (const sheet of sheetsOf({ ...open, total }, false)) {
    file.add(sheet.page());
    done += 1;
    onProgress(done / total);
  }
  return file.bytes();
}
