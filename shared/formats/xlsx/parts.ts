import { FormatError } from '#shared/formats/format-error.ts';
import type { Pause } from '#shared/formats/source/turns.ts';
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

/** A workbook's sheets in their order, whether its days count from 1904, and where else to look. */
export interface Workbook {
  sheets: SheetPlace[];
  from1904: boolean;
  stringsPath: string;
  stylesPath: string;
}

interface Relation {
  id: string;
  /** The last word of its type. */
  kind: string;
  path: string;
}

/** What a part refers to: each relation with its path in the zip, as said from the folder of the part. */
async function relationsOf(parts: WorkbookParts, part: string): Promise<Relation[]> {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(part) ?? [];
  const xml = parts.text(`${folder}_rels/${name}.rels`);
  const relations: Relation[] = [];
  if (xml === null) return relations;
  await parseXml(xml, {
    open: (element, { Id = '', Type = '', Target, TargetMode }) => {
      if (element !== 'Relationship' || !Target || TargetMode === 'External') return;
      const path = Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      relations.push({ id: Id, kind, path: path.replace(/(^|\/)\.\//g, '$1') });
    },
  });
  return relations;
}

/** What stands in a workbook's main part, wherever that is. @throws FormatError when there is none */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook> {
  const root = await relationsOf(parts, '');
  const path = root.find(({ kind }) => kind === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const book = parts.text(path) ?? parts.text('xl/workbook.xml');
  if (book === null) throw new FormatError('format.xlsx.noWorkbook');
  const relations = await relationsOf(parts, path);
  const targets = new Map(relations.map((relation) => [relation.id, relation.path]));
  const pathOf = (kind: string, otherwise: string) =>
    relations.find((relation) => relation.kind === kind)?.path ?? otherwise;
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  await parseXml(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const sheetPath =
        targets.get(attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const hidden = /hidden/i.test(attributes['state'] ?? '');
      sheets.push({ name: attributes['name'] ?? '', path: sheetPath, hidden });
    },
  });
  return {
    sheets,
    from1904,
    stringsPath: pathOf('sharedStrings', 'xl/sharedStrings.xml'),
    stylesPath: pathOf('styles', 'xl/styles.xml'),
  };
}

/** Texts that the cells share, by their number; ruby texts (phonetic hints) are left out. */
export async function readSharedStrings(xml: string | null, pause?: Pause): Promise<string[]> {
  const strings: string[] = [];
  if (xml === null) return strings;
  let text = '';
  let inText = false;
  let inHint = false;
  const handlers = {
    open: (name: string) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inHint = true;
      inText = name === 't' && !inHint;
    },
    text: (part: string) => {
      if (inText) text += part;
    },
    close: (name: string) => {
      if (name === 'rPh') inHint = false;
      if (name === 't') inText = false;
      if (name === 'si') strings.push(unescapeText(text));
    },
  };
  await parseXml(xml, handlers, pause);
  return strings;
}

/** Excel writes signs that XML cannot hold as `_x000D_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
