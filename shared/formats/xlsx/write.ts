import { zipSync } from 'fflate';
import { FormatError } from '#shared/formats/format-error.ts';
import { type CellValue, rowWith, type Table } from '#shared/formats/table.ts';
import { isPoints, withGeometryColumns } from '#shared/formats/write/geometry-columns.ts';
import type { Loss, Writer, WriteOptions } from '#shared/formats/write/writer.ts';
import { fixedTime } from '#shared/formats/write/zip-files.ts';
import { escapeXml } from '#shared/formats/xml/escape-xml.ts';
import { sheetXml, stylesXml } from './write-sheet.ts';

const mostRows = 1_048_575;
const longestCell = 32_767;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Names of sheets: 31 characters at most, without signs that Excel forbids, all different. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ layer }, index) => {
    const base =
      layer
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || `Sheet${index + 1}`;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
      name = `${base.slice(0, 28)}_${copy}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.join('')}</Types>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return `${head}<Relationships xmlns="${packages}/relationships">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

function sheetsOf(tables: readonly Table[], { crs }: WriteOptions): Table[] {
  return tables.map((table) => withGeometryColumns(table, crs));
}

function lossesOf(tables: readonly Table[], options: WriteOptions): Loss[] {
  const found: Loss[] = [];
  const shapes = tables.filter((table) => !isPoints(table)).length;
  if (shapes > 0) found.push({ key: 'shapesAsText', params: { count: shapes } });
  let long = 0;
  for (const { rows } of sheetsOf(tables, options)) {
    for (const { cells } of rows) {
      for (const cell of cells)
        if (typeof cell === 'string' && cell.length > longestCell) long += 1;
    }
  }
  if (long > 0) found.push({ key: 'cellsTooLong', params: { count: long, limit: longestCell } });
  return found;
}

function fitting(table: Table): Table {
  if (table.rows.length > mostRows) {
    throw new FormatError('format.xlsx.tooManyToWrite', { limit: mostRows });
  }
  const cut = (cell: CellValue) => (typeof cell === 'string' ? cell.slice(0, longestCell) : cell);
  const rows = table.rows.map((row) => rowWith(row, { cells: row.cells.map(cut) }));
  return { ...table, rows };
}

/** Tables without geometries as an Excel workbook. @throws FormatError when one has too many rows */
export function workbookBytes(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const sheets = tables.map(fitting);
  const encoder = new TextEncoder();
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': encoder.encode(contentTypes(sheets.length)),
    '_rels/.rels': encoder.encode(
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': encoder.encode(workbook(sheetNames(tables))),
    'xl/_rels/workbook.xml.rels': encoder.encode(relations(sheets.length)),
    'xl/styles.xml': encoder.encode(stylesXml),
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = encoder.encode(sheetXml(sheet));
  });
  return zipSync(parts, { level: 6, mtime: fixedTime });
}

/** An Excel workbook: a sheet a layer, headings frozen, numbers as numbers and texts as texts. */
export const xlsxWriter: Writer = {
  losses: lossesOf,
  write: (tables, options, name) => [
    { name: `${name}.xlsx`, bytes: workbookBytes(sheetsOf(tables, options)) },
  ],
};
