import type { Database, SqlValue } from 'sql.js';
import { isBoundedPlan, plainView, type ReadColumn, type ReadTable } from './plain-view.ts';
import { quoted } from './quoted.ts';

/** A row by the names of its columns. */
export type Row = Record<string, SqlValue>;

/** At most ten thousand rows of an answer: what the file says of itself. */
export function query(database: Database, sql: string, values: SqlValue[] = []): Row[] {
  const statement = database.prepare(sql, values);
  const rows: Row[] = [];
  try {
    while (statement.step() && rows.length < 10_000) rows.push(statement.getAsObject());
  } finally {
    statement.free();
  }
  return rows;
}

export const textOf = (value: SqlValue | undefined) => (value === null ? '' : String(value ?? ''));

/** Real tables of the file: views could run any query that its maker thought of, virtual tables any code. */
export function realTables(database: Database): Map<string, string> {
  const real = "type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
  const rows = query(database, `SELECT name FROM sqlite_master WHERE ${real}`);
  return new Map(rows.map(({ name }) => [textOf(name).toLowerCase(), textOf(name)]));
}

function columnsOf(database: Database, table: string): ReadColumn[] {
  return query(database, `PRAGMA table_info(${quoted(table)})`).map(({ name, type, pk }) => ({
    name: textOf(name),
    type: textOf(type),
    isKey: pk !== 0,
    term: quoted(textOf(name)),
  }));
}

/** What is to be read under a name of the contents: a real table, or a view that cannot take for ever. */
export function readTable(
  database: Database,
  tables: ReadonlyMap<string, string>,
  name: string,
): ReadTable | null {
  const table = tables.get(name.toLowerCase());
  if (table !== undefined) return { columns: columnsOf(database, table), from: quoted(table) };
  const [view] = query(
    database,
    "SELECT sql FROM sqlite_master WHERE type = 'view' AND lower(name) = ?",
    [name.toLowerCase()],
  );
  const plain = plainView(textOf(view?.['sql']), (other) => {
    const real = tables.get(other.toLowerCase());
    return real === undefined ? null : { name: real, columns: columnsOf(database, real) };
  });
  if (!plain?.isJoin) return plain;
  const terms = plain.columns.map(({ term }) => term).join(', ');
  const steps = query(database, `EXPLAIN QUERY PLAN SELECT ${terms} FROM ${plain.from}`);
  const plan = steps.map(({ detail }) => textOf(detail));
  return isBoundedPlan(plan, plain.isFiltered) ? plain : null;
}
