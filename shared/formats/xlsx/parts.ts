import { FormatError } from '#shared/formats/format-error.ts';
import { parseXml } from '#shared/formats/xml/parse-xml.ts';
import { listZip, unpackEntries, type ZipEntry } from '#shared/formats/zip/read-zip.ts';

const utf8 = new TextDecoder('utf-8');

/** The parts of a workbook, unpacked one by one as they are asked for. */
export class WorkbookParts {
  private readonly bytes: Uint8Array;
  private readonly entries: Map<string, ZipEntry>;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    // Some writers begin paths with a slash or write them in another case.
    this.entries = new Map(
      listZip(bytes).map((entry) => [entry.path.replace(/^\//, '').toLowerCase(), entry]),
    );
  }

  /** Text of a part; null when there is none. @throws FormatError when it is damaged */
  text(path: string): string | null {
    const entry = this.entries.get(path.toLowerCase());
    if (!entry) return null;
    const content = unpackEntries(this.bytes, [entry]).get(entry.path);
    return content ? utf8.decode(content) : null;
  }
}

export interface SheetPlace {
  name: string;
  path: string;
  /** The user does not see it. */
  hidden: boolean;
}

function resolve(target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return path.replace(/(^|\/)\.\//g, '$1');
}

/** Sheets of a workbook in their order, and whether its days count from 1904. */
export async function readWorkbook(
  parts: WorkbookParts,
): Promise<{ sheets: SheetPlace[]; from1904: boolean }> {
  const book = parts.text('xl/workbook.xml');
  if (book === null) throw new FormatError('format.xlsx.noWorkbook');
  const targets = new Map<string, string>();
  const relations = parts.text('xl/_rels/workbook.xml.rels');
  if (relations !== null) {
    await parseXml(relations, {
      open: (name, { Id, Target, TargetMode }) => {
        if (name === 'Relationship' && Id && Target && TargetMode !== 'External') {
          targets.set(Id, resolve(Target));
        }
      },
    });
  }
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  await parseXml(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const path =
        targets.get(attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const hidden = /hidden/i.test(attributes['state'] ?? '');
      sheets.push({ name: attributes['name'] ?? '', path, hidden });
    },
  });
  return { sheets, from1904 };
}

/** Texts that the cells share, by their number; ruby texts (phonetic hints) are left out. */
export async function readSharedStrings(parts: WorkbookParts): Promise<string[]> {
  const xml = parts.text('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (xml === null) return strings;
  let text = '';
  let inText = false;
  let inHint = false;
  await parseXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inHint = true;
      inText = name === 't' && !inHint;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      if (name === 'rPh') inHint = false;
      if (name === 't') inText = false;
      if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** Excel writes signs that XML cannot hold as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
