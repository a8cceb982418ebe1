import { knownHeading } from '#shared/formats/mapping/headings.ts';
import { parseRows } from '#shared/formats/csv/read.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { type ImportDraft, lookupKey } from '#shared/formats/import/import-draft.ts';
import { type PlanContext, type Refusal, RowRefused } from '#shared/formats/import/plan.ts';
import { planPeople } from '#shared/formats/import/plan-people.ts';
import { describeTable } from '#shared/formats/mapping/describe-table.ts';
import type { ImportField } from '#shared/formats/mapping/fields.ts';
import { proposeColumns } from '#shared/formats/mapping/propose-mapping.ts';
import { tableOfRows } from '#shared/formats/sheet/table-of-rows.ts';
import type { CellValue, Table, TableRow } from '#shared/formats/table.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { guessColumns } from './guess-columns.ts';
import { RosterDraft } from './roster-draft.ts';
import { type RowNote, rowNotes } from './row-notes.ts';

export type RosterColumns = Partial<Record<ImportField, string>>;

export interface RosterRowPlan {
  /** Row of what was pasted, counted from 1. */
  row: number;
  cells: CellValue[];
  outcome: 'new' | 'changed' | 'same' | 'unmatched';
  /** What the row does. */
  notes: RowNote[];
  /** Why it cannot be used: a key under `import.reason`. */
  refusal: Refusal | null;
}

export interface RosterPlan {
  /** Headings, or letters where there are none. */
  columns: string[];
  mapping: RosterColumns;
  rows: RosterRowPlan[];
  /** New and changed records, to be put in one step. */
  records: AnyRecord[];
}

/** Rows from the top among which the heading is looked for. */
const searchedRows = 20;

function headingRow(data: readonly string[][]): number {
  let best = { index: -1, known: 1 };
  for (const [index, row] of data.slice(0, searchedRows).entries()) {
    const known = row.filter((cell) => cell.trim() !== '' && knownHeading(cell)).length;
    if (known > best.known) best = { index, known };
  }
  return best.index;
}

/** Cells that Excel shows merged are empty but in the first row: the place of the row above holds on. */
function carriedDown(table: Table, mapping: RosterColumns, draft: ImportDraft): TableRow[] {
  const at = (field: ImportField) => table.columns.indexOf(mapping[field] ?? '');
  const [role, place, parent] = [at('role'), at('place'), at('parent')];
  // Roles of the district need no place: an empty cell is meant there.
  const whole = new Set(
    (draft.all('project')[0]?.schemes.roles ?? [])
      .filter(({ level }) => level === 'district')
      .flatMap(({ key, name }) => [key, lookupKey(name)]),
  );
  const needsPlace = (cell: CellValue) => cell !== null && !whole.has(lookupKey(String(cell)));
  let last: Record<number, CellValue> = {};
  return table.rows.map((row) => {
    const cells = [...row.cells];
    if (place >= 0 && (cells[place] ?? null) === null && needsPlace(cells[role] ?? null)) {
      for (const column of [place, parent]) if (column >= 0) cells[column] ??= last[column] ?? null;
    }
    last = { [place]: cells[place] ?? null, [parent]: cells[parent] ?? null };
    return { ...row, cells };
  });
}

/**
 * What taking over a pasted roster would do, row by row, without doing it. `columns` says what each
 * column holds; null: by the headings, or where there are none by the cells.
 * @throws FormatError when the text is no table
 */
export function planRoster(
  document: DocumentView,
  text: string,
  columns: RosterColumns | null,
  context: Pick<PlanContext, 'today' | 'newId'> & { source: string },
): RosterPlan {
  const data = parseRows(text);
  if (data.every((row) => row.every((cell) => cell.trim() === ''))) {
    throw new FormatError('format.empty');
  }
  const heading = headingRow(data);
  const hugeCell = (row: number) => new FormatError('format.csv.hugeCell', { row });
  const table = tableOfRows('', { rows: data, heading, hugeCell });
  if (!table) throw new FormatError('format.csv.noRows');
  const draft = new RosterDraft(document);
  const mapping =
    columns ??
    (heading >= 0 ? proposeColumns(describeTable(table), 'person') : guessColumns(table, draft));
  const read = planPeople(
    {
      file: context.source,
      table,
      mapping: {
        target: 'person',
        columns: mapping,
        swapped: false,
        addUnknown: false,
        fallback: '',
      },
    },
    draft,
    { ...context, pause: () => Promise.resolve() },
  );
  const rows = carriedDown(table, mapping, draft).map((row): RosterRowPlan => {
    const line = { row: row.number, cells: row.cells, notes: [], refusal: null };
    try {
      read(row);
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      return { ...line, outcome: 'unmatched', refusal: error.refusal };
    }
    const changes = draft.takeChanges();
    const notes = rowNotes(changes, draft);
    const isNew = notes.some(({ key }) => key === 'appointed' || key === 'newPerson');
    const outcome = isNew ? 'new' : changes.length > 0 ? 'changed' : 'same';
    return { ...line, outcome, notes };
  });
  const { added, updated } = draft.result();
  return { columns: table.columns, mapping, rows, records: [...added, ...updated] };
}
