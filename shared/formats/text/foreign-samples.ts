import type { Table } from '#shared/formats/table.ts';

const most = 6;
const longest = 40;
/** Rows looked at, evenly over the table. */
const mostRows = 20_000;

/** Some different texts of a table that are not plain ASCII, by which an encoding can be judged. */
export function foreignSamples(table: Table): string[] {
  const found = new Set<string>();
  const look = (value: unknown) => {
    // oxlint-disable-next-line no-control-regex -- what is not plain ASCII is looked for
    if (typeof value === 'string' && /[^\u0000-\u007f]/.test(value)) {
      found.add(value.slice(0, longest));
    }
  };
  const step = Math.max(1, Math.floor(table.rows.length / mostRows));
  for (let index = 0; index < table.rows.length && found.size < most; index += step) {
    table.rows[index]?.cells.forEach(look);
  }
  if (found.size < most) table.columns.forEach(look);
  return [...found].slice(0, most);
}
