import { zipSync } from 'fflate';
import { FormatError } from '#shared/formats/format-error.ts';
import { sheetLosses } from '#shared/formats/sheet/sheet-losses.ts';
import { type CellValue, rowWith, type Table } from '#shared/formats/table.ts';
import { renamedLayers } from '#shared/formats/write/distinct-names.ts';
import { isPoints, withGeometryColumns } from '#shared/formats/write/geometry-columns.ts';
import type { Loss, Writer, WriteOptions } from '#shared/formats/write/writer.ts';
import { fixedTime } from '#shared/formats/write/zip-files.ts';
import { escapeXml } from '#shared/formats/xml/escape-xml.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetXml, stylesXml } from './write-sheet.ts';

const mostRows = 1_048_575;
const longestCell = 32_767;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

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

/** The sheets of some tables; shapes whose text does not fit into a cell are left out, since half of one is none. */
function sheetsOf(
  tables: readonly Table[],
  { crs }: WriteOptions,
): { sheets: Table[]; left: number } {
  let left = 0;
  const sheets = tables.map((table) => {
    const sheet = withGeometryColumns(table, crs);
    if (sheet === table || isPoints(table)) return sheet;
    const shape = table.columns.length;
    const rows = sheet.rows.map((row) => {
      if (String(row.cells[shape] ?? '').length <= longestCell) return row;
      left += 1;
      return rowWith(row, { cells: row.cells.with(shape, null) });
    });
    return { ...sheet, rows };
  });
  return { sheets, left };
}

function lossesOf(tables: readonly Table[], options: WriteOptions): Loss[] {
  const found: Loss[] = [];
  const { sheets, left } = sheetsOf(tables, options);
  const shapes = tables.filter((table) => !isPoints(table)).length;
  const large = tables.filter(({ rows }) => rows.length > mostRows).length;
  if (large > 0) found.push({ key: 'rowsTooMany', params: { count: large, limit: mostRows } });
  if (shapes > 0) found.push({ key: 'shapesAsText', params: { count: shapes } });
  if (left > 0) found.push({ key: 'shapesTooLong', params: { count: left, limit: longestCell } });
  let long = 0;
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      for (const cell of cells)
        if (typeof cell === 'string' && cell.length > longestCell) long += 1;
    }
  }
  if (long > 0) found.push({ key: 'cellsTooLong', params: { count: long, limit: longestCell } });
  return [
    ...found,
    ...sheetLosses(sheets, { unheld: 'halves', asText: false }),
    ...renamedLayers(tables, sheetNames(tables)),
  ];
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
    { name: `${name}.xlsx`, bytes: workbookBytes(sheetsOf(tables, options).sheets) },
  ],
};
