import type { Table } from '#shared/formats/table.ts';
import type { FindingRow } from './export-tables.ts';

/** Columns of a findings list, in order. */
export const findingColumns = [
  'severityName',
  'ruleName',
  'message',
  'places',
  'areaM2',
  'widthM',
  'lengthM',
  'longitude',
  'latitude',
  'id',
] as const;
export type FindingColumn = (typeof findingColumns)[number];

const decimals = (value: number | null, digits: number) =>
  value === null ? null : Number(value.toFixed(digits));

/** Findings as a list for a spreadsheet, under headings in the reader's language. */
export function findingsTable(
  findings: readonly FindingRow[],
  headings: Record<FindingColumn, string>,
): Table {
  return {
    layer: '',
    columns: findingColumns.map((column) => headings[column]),
    rows: findings.map((finding, index) => {
      const cells = {
        ...finding,
        areaM2: decimals(finding.areaM2, 2),
        widthM: decimals(finding.widthM, 3),
        lengthM: decimals(finding.lengthM, 2),
        longitude: finding.at[0] ?? null,
        latitude: finding.at[1] ?? null,
      };
      return {
        number: index + 1,
        cells: findingColumns.map((column) => cells[column]),
        geometry: null,
        problem: null,
      };
    }),
  };
}
