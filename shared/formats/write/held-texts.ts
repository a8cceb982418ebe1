import { rowWith, type Table } from '#shared/formats/table.ts';
import type { Loss } from './writer.ts';

/** Signs that a format, or whoever reads it, has no room for: half characters, control characters, marks. */
export type Unheld = 'none' | 'halves' | 'marks' | 'nought' | 'controls' | 'ofXml';

/* oxlint-disable no-control-regex -- these are what has to be found */
const signs: Record<Exclude<Unheld, 'none'>, RegExp> = {
  halves: /\p{Cs}/gu,
  // A byte order mark at the beginning is no part of a text for most readers.
  marks: /^\ufeff+|\p{Cs}/gu,
  nought: /^\ufeff+|\0|\p{Cs}/gu,
  // By these readers take a text for no text at all.
  controls: /[\0-\u0008\u000e-\u001f]|\p{Cs}/gu,
  ofXml: /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu,
};
const controls = /[\0-\u001f\u007f]|\p{Cs}/gu;
/* oxlint-enable no-control-regex */

/** A text as a format holds it: what it has no room for is left out. */
export function heldText(text: string, unheld: Unheld): string {
  return unheld === 'none' ? text : text.replace(signs[unheld], '');
}

/** A name of a table or column without control characters and half characters, for formats that are strict. */
export function plainName(name: string): string {
  return name.replace(controls, ' ').trim();
}

/** A table whose texts a format holds; the table itself when there is nothing to leave out. */
export function heldTable(table: Table, unheld: Unheld): Table {
  if (unheld === 'none') return table;
  let changed = false;
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((cell) =>
      typeof cell === 'string' ? heldText(cell, unheld) : cell,
    );
    if (cells.every((cell, index) => cell === row.cells[index])) return row;
    changed = true;
    return rowWith(row, { cells });
  });
  return changed ? { ...table, rows } : table;
}

/** How many texts have signs that are left out. */
export function unheldLosses(tables: readonly Table[], held: readonly Table[]): Loss[] {
  let count = 0;
  tables.forEach((table, index) => {
    const kept = held[index];
    if (!kept || kept === table) return;
    table.rows.forEach(({ cells }, row) => {
      const other = kept.rows[row]?.cells;
      cells.forEach((cell, column) => {
        if (cell !== other?.[column]) count += 1;
      });
    });
  });
  return count > 0 ? [{ key: 'signsLeft', params: { count } }] : [];
}
