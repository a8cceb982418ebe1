import type { CellValue, Table } from '#shared/formats/table.ts';

/** What the values of a column are; `mixed` when they are not all of one kind. */
export type ColumnKind = 'integer' | 'number' | 'boolean' | 'text' | 'mixed';

function kindOf(value: CellValue): ColumnKind | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'text';
  return Number.isSafeInteger(value) ? 'integer' : 'number';
}

/** Kind of every column of a table; a column without values is text. */
export function columnKinds(table: Table): ColumnKind[] {
  return table.columns.map((_, column) => {
    let kind: ColumnKind | null = null;
    for (const { cells } of table.rows) {
      const one = kindOf(cells[column] ?? null);
      if (one === null || one === kind) continue;
      const isNumber = (a: ColumnKind | null) => a === 'integer' || a === 'number';
      if (kind === null) kind = one;
      else if (isNumber(kind) && isNumber(one)) kind = 'number';
      else return 'mixed';
    }
    return kind ?? 'text';
  });
}

/** Columns of several tables that are of some kinds, for a loss's message; at most a few. */
export function namesOf(names: readonly string[]): { count: number; names: string } {
  const shown = names.slice(0, 5).join('、');
  return { count: names.length, names: names.length > 5 ? `${shown}…` : shown };
}
