import type { ImportDraft } from '#shared/formats/import/import-draft.ts';
import { lookupKey } from '#shared/formats/import/import-draft.ts';
import type { ImportField } from '#shared/formats/mapping/fields.ts';
import type { CellValue, Table } from '#shared/formats/table.ts';
import { parseMoment } from '#shared/formats/values/moment.ts';
import { phoneFault } from '#shared/model/phone-fault.ts';

const looked = 200;
const levels = ['point', 'zone', 'community', 'street', 'district'] as const;

/** Fields in the order in which columns are given to them, and what a cell of each reads like. */
function readers(draft: ImportDraft): [ImportField, (text: string) => boolean][] {
  const roles = new Set(
    (draft.all('project')[0]?.schemes.roles ?? []).flatMap(({ key, name }) => [
      key,
      lookupKey(name),
    ]),
  );
  const isDay = (text: string) => parseMoment(text, 0) !== null;
  return [
    ['role', (text) => roles.has(lookupKey(text))],
    ['from', isDay],
    ['to', isDay],
    ['phone', (text) => phoneFault(text) === null && text.replaceAll(/\D/g, '').length >= 7],
    ['place', (text) => levels.some((level) => draft.lookup(level, text).length > 0)],
    ['parent', (text) => draft.lookup('street', text).length > 0],
    ['name', (text) => draft.lookup('person', text).length > 0],
    ['organisation', (text) => draft.lookup('organisation', text).length > 0],
    ['name', (text) => /^[\p{Script=Han}·]{2,6}$/u.test(text)],
    ['organisation', (text) => /(局|委|办|所|队|公司|中心|街道|社区)$/.test(text)],
  ];
}

/**
 * What the columns of a table without headings hold, going by their cells: each field gets the first
 * free column of which most cells read like it.
 */
export function guessColumns(
  table: Table,
  draft: ImportDraft,
): Partial<Record<ImportField, string>> {
  const columns: Partial<Record<ImportField, string>> = {};
  const free = new Set(table.columns.keys());
  const cells = (column: number): CellValue[] =>
    table.rows
      .slice(0, looked)
      .map((row) => row.cells[column] ?? null)
      .filter((cell) => cell !== null);
  for (const [field, reads] of readers(draft)) {
    if (columns[field] !== undefined) continue;
    for (const column of free) {
      const filled = cells(column);
      const fitting = filled.filter((cell) => reads(String(cell).trim())).length;
      if (fitting === 0 || fitting * 2 <= filled.length) continue;
      columns[field] = table.columns[column] as string;
      free.delete(column);
      break;
    }
  }
  return columns;
}
