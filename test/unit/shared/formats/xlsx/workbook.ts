import { zipSync } from 'fflate';
import type { SourceFile } from '#shared/formats/source/source.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook of one sheet as spreadsheet programs write it, from the XML of its rows. */
export function workbook(rows: string, more = '', numberFormats = ''): SourceFile {
  const text = (content: string) => new TextEncoder().encode(content);
  const parts = {
    'xl/workbook.xml': text(
      `<workbook xmlns="${main}"><sheets><sheet name="台账" sheetId="1" r:id="rId1" xmlns:r="r"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': text(
      '<sst><si><t>点位名称</t></si><si><r><t>东</t></r><r><t>门</t></r><rPh><t>dong</t></rPh></si></sst>',
    ),
    'xl/styles.xml': text(
      `<styleSheet>${numberFormats}<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': text(
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${more}</worksheet>`,
    ),
  };
  return { name: '台账.xlsx', bytes: zipSync(parts) };
}

/** A cell with its text inside. */
export const cell = (at: string, text: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
