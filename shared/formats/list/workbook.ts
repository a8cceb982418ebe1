import { strToU8, zipSync } from 'fflate';
import type { CellValue, Table } from '#shared/formats/table.ts';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Rows that a sheet can hold (ECMA-376 programs agree on 2^20), the heading among them. */
const mostRows = 1_048_576;

function escaped(text: string): string {
  return (
    text
      // Signs that XML 1.0 cannot hold at all.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}

/** Letters of a column counted from 0: A … Z, AA … */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function cell(value: CellValue, at: string, style: number): string {
  if (value === null || value === '') return '';
  const s = style > 0 ? ` s="${style}"` : '';
  if (typeof value === 'number') return `<c r="${at}"${s}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}"${s} t="b"><v>${value ? 1 : 0}</v></c>`;
  // A text is never a formula here, whatever it begins with.
  return `<c r="${at}"${s} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function row(cells: readonly CellValue[], number: number, style: number): string {
  const inside = cells.map((value, i) => cell(value, `${columnName(i)}${number}`, style)).join('');
  return `<row r="${number}">${inside}</row>`;
}

/** Width of a text in characters, where Chinese ones count twice. */
function widthOf(value: CellValue): number {
  let width = 0;
  for (const sign of String(value ?? '')) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

function columnWidths({ columns, rows }: Table): string {
  return columns
    .map((column, i) => {
      const sample = rows.slice(0, 200).map(({ cells }) => widthOf(cells[i] ?? null));
      const width = Math.min(60, Math.max(widthOf(column), ...sample) + 2);
      return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
    })
    .join('');
}

function sheet(table: Table): string {
  const rows = table.rows.slice(0, mostRows - 1);
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return [
    `${head}<worksheet xmlns="${main}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    table.columns.length > 0 ? `<cols>${columnWidths(table)}</cols>` : '',
    `<sheetData>${row(table.columns, 1, 1)}`,
    ...rows.map(({ cells }, i) => row(cells, i + 2, 0)),
    '</sheetData></worksheet>',
  ].join('');
}

/** Names as programs take them: 31 signs, none of []:*?/\, no two alike. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ layer }, i) => {
    const plain =
      layer
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, '')
        .trim() || `${i + 1}`;
    let name = plain.slice(0, 31);
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 27)} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/**
 * An Excel workbook (ECMA-376) with a sheet for each table: bold headings that stay in view, columns
 * as wide as their texts, numbers as numbers. Geometries are left out.
 */
export function writeWorkbook(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const names = sheetNames(tables);
  const numbers = tables.map((_, i) => i + 1);
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${content}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${numbers.map((n) => part(`worksheets/sheet${n}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${numbers.map((n) => relation(n, 'worksheet', `worksheets/sheet${n}.xml`)).join('')}${relation(tables.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles,
  };
  for (const [i, table] of tables.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] = sheet(table);
  }
  const packed = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    // Equal tables give equal bytes.
    { level: 6, mtime: new Date(2000, 0, 1) },
  );
  return new Uint8Array(packed);
}
