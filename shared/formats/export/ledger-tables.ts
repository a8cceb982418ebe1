import { listTable } from '#shared/formats/list/list-file.ts';
import type { CellValue, Table } from '#shared/formats/table.ts';

/** A sum of the ledger, by the name of what is summed over. */
export interface LedgerSumRow {
  name: string;
  issues: number;
  points: number;
}

/** An issue that lost points, with the seats of its chain on the day it was found. */
export interface LedgerIssueRow {
  day: string;
  issueClass: string;
  text: string;
  points: number;
  street: string;
  longitude: number;
  latitude: number;
  /** One text for each level, from the district down. */
  chain: string;
}

export const ledgerColumns = {
  sum: ['name', 'issues', 'points'],
  issue: ['day', 'issueClass', 'text', 'points', 'street', 'chain', 'longitude', 'latitude'],
} as const;

/** Words of a ledger's file in the reader's language. */
export interface LedgerWords {
  /** Name of the sheet with the issues, and of those with the sums, in the order of the sums. */
  issues: string;
  columns: Record<(typeof ledgerColumns)['sum' | 'issue'][number], string>;
}

/** The ledger as lists: the sums, each over something else, and all its issues. */
export function ledgerTables(
  sums: readonly { title: string; rows: readonly LedgerSumRow[] }[],
  issues: readonly LedgerIssueRow[],
  words: LedgerWords,
): Table[] {
  const heads = (columns: readonly (keyof LedgerWords['columns'])[]) =>
    columns.map((column) => words.columns[column]);
  const points = (value: number) => Number(value.toFixed(2));
  return [
    ...sums.map(({ title, rows }) =>
      listTable(
        title,
        heads(ledgerColumns.sum),
        rows.map((row): CellValue[] => [row.name, row.issues, points(row.points)]),
      ),
    ),
    listTable(
      words.issues,
      heads(ledgerColumns.issue),
      issues.map((row) =>
        ledgerColumns.issue.map(
          (column): CellValue => (column === 'points' ? points(row.points) : row[column]),
        ),
      ),
    ),
  ];
}
