import { columnLetters } from '#shared/formats/sheet/column-names.ts';
import type { CellValue, Table } from '#shared/formats/table.ts';
import { escapeXml } from '#shared/formats/xml/escape-xml.ts';

/** Styles of the workbook, by their place in its list. */
const styles = { heading: 1, text: 2 } as const;

/** Text that XML or Excel's own escapes would change, written so that it comes back as it was. */
export function escapeCell(text: string): string {
  const kept = text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    // oxlint-disable-next-line no-control-regex -- these are what has to be escaped
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
      const hex = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${hex}_`;
    });
  return escapeXml(kept);
}

function cell(value: CellValue, reference: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${Number(value)}</v></c>`;
  // A text is a text whatever it begins with: Excel reckons only what stands in <f>.
  return `<c r="${reference}" s="${styles.text}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(value)}</t></is></c>`;
}

function row(values: readonly CellValue[], number: number): string {
  const cells = values.map((value, i) => cell(value, `${columnLetters(i)}${number}`));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function headingRow(columns: readonly string[]): string {
  const cells = columns.map(
    (column, i) =>
      `<c r="${columnLetters(i)}1" s="${styles.heading}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(column)}</t></is></c>`,
  );
  return `<row r="1">${cells.join('')}</row>`;
}

/** Widths in characters by the longest of the first values; Chinese characters count for two. */
function widths({ columns, rows }: Table): string {
  const widthOf = (value: CellValue) => {
    let width = 0;
    for (const sign of String(value ?? ''))
      width += (sign.codePointAt(0) as number) > 0x2e80 ? 2 : 1;
    return width;
  };
  const cols = columns.map((column, i) => {
    const values = rows.slice(0, 200).map(({ cells }) => widthOf(cells[i] ?? null));
    const width = Math.min(60, Math.max(8, widthOf(column), ...values) + 2);
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  return cols.length > 0 ? `<cols>${cols.join('')}</cols>` : '';
}

/** The XML of a sheet: a frozen row of headings, and typed cells below. */
export function sheetXml(table: Table): string {
  const body = table.rows.map(({ cells }, i) =>
    row(
      table.columns.map((_, column) => cells[column] ?? null),
      i + 2,
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    widths(table),
    `<sheetData>${headingRow(table.columns)}${body.join('')}</sheetData>`,
    '</worksheet>',
  ].join('\n');
}

/** Fonts, fills and formats: plain, heading (bold) and text (as text, so that codes keep their zeros). */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
