import type { Column } from '#renderer/ui/data-table.tsx';

/** A column of plain words, sorted by what it shows. `width` is a CSS grid track. */
export function textColumn<Row>(
  key: string,
  title: string,
  width: string,
  words: (row: Row) => string,
): Column<Row> {
  return { key, title, width, render: words, sort: words };
}
