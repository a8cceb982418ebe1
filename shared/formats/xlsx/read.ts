import { FormatError } from '#shared/formats/format-error.ts';
import { restoreZeros } from '#shared/formats/sheet/lost-zeros.ts';
import { tableOfRows } from '#shared/formats/sheet/table-of-rows.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import type { ReadOptions, Source, SourceLayer } from '#shared/formats/source/source.ts';
import { readStyles } from './number-formats.ts';
import { readSharedStrings, readWorkbook, WorkbookParts } from './parts.ts';
import { readSheet } from './read-sheet.ts';

/**
 * The tables of a workbook, one a sheet; hidden and empty sheets are left out. Formulas are never
 * reckoned: what counts is the result that the spreadsheet program left beside them.
 * @throws FormatError
 */
export async function readXlsx(
  source: Source,
  { pause }: ReadOptions = {},
): Promise<SourceLayer[]> {
  const parts = new WorkbookParts(source.bytes);
  const { sheets, from1904, stringsPath, stylesPath } = await readWorkbook(parts);
  const strings = await readSharedStrings(parts.text(stringsPath), pause);
  const styles = await readStyles(parts.text(stylesPath));
  const layers: SourceLayer[] = [];
  let hidden = 0;
  for (const { name, path, hidden: isHidden } of sheets) {
    if (isHidden) {
      hidden += 1;
      continue;
    }
    const xml = parts.text(path);
    if (xml === null) continue;
    const { rows, merges, errors, unreckoned } = await readSheet(
      xml,
      { name, strings, styles, from1904 },
      pause,
    );
    const table = tableOfRows(name.slice(0, 200), {
      rows,
      merges,
      hugeCell: (row) => new FormatError('format.xlsx.hugeCell', { sheet: name.slice(0, 40), row }),
    });
    if (!table) continue;
    const problems: Problem[] = [...table.problems, ...restoreZeros(table)];
    if (unreckoned > 0) problems.push({ key: 'formulasEmpty', params: { count: unreckoned } });
    if (errors > 0) problems.push({ key: 'cellErrors', params: { count: errors } });
    layers.push({ ...table, encoding: null, problems });
  }
  const [first] = layers;
  if (!first) throw new FormatError('format.csv.noRows');
  if (hidden > 0) first.problems.push({ key: 'sheetsHidden', params: { count: hidden } });
  if (layers.length === 1) first.layer = '';
  return layers;
}
