import { listTable } from '#shared/formats/list/list-file.ts';
import type { Table } from '#shared/formats/table.ts';

/** Something handed over, from the view of one unit; its words already in the reader's language. */
export interface HandOverRow {
  unit: string;
  /** Receives or gives up. */
  side: string;
  role: string;
  place: string;
  from: string;
  to: string;
  hectares: number | null;
  points: number;
  issues: number;
  due: string;
  pointNames: string;
  issueTexts: string;
}

/** Columns of a hand-over list, in order. */
export const handOverColumns = [
  'unit',
  'side',
  'role',
  'place',
  'from',
  'to',
  'hectares',
  'points',
  'issues',
  'due',
  'pointNames',
  'issueTexts',
] as const;
export type HandOverColumn = (typeof handOverColumns)[number];

/** What is handed over as a list. */
export function handOverTables(
  rows: readonly HandOverRow[],
  words: { sheet: string; columns: Record<HandOverColumn, string> },
): Table[] {
  return [
    listTable(
      words.sheet,
      handOverColumns.map((column) => words.columns[column]),
      rows.map((row) => handOverColumns.map((column) => row[column])),
    ),
  ];
}
