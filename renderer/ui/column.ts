import type { ReactNode } from 'react';

/** A column of a table, and how its cells look. */
export interface Column<Row> {
  key: string;
  title: string;
  /** CSS grid track, such as `120px` or `minmax(160px, 2fr)`. */
  width: string;
  align?: 'end';
  render: (row: Row) => ReactNode;
  /** Value to sort by; a column without it cannot be sorted. */
  sort?: (row: Row) => string | number;
}
