import type { Database, SqlJsStatic } from 'sql.js';
import { FormatError } from '#shared/formats/format-error.ts';

let loading: Promise<SqlJsStatic> | null = null;

/** SQLite, loaded once; the build with its WebAssembly inside needs no second file from anywhere. */
async function sqlite(): Promise<SqlJsStatic> {
  loading ??= import('sql.js/dist/sql-wasm-inline.js').then(({ default: start }) => start());
  return loading;
}

/**
 * Runs something on a database in memory: on one from a file, or on a new one. After a failure of
 * SQLite itself the next call starts it anew.
 * @throws FormatError when the bytes are no sound database
 */
export async function withDatabase<T>(
  bytes: Uint8Array | null,
  use: (database: Database) => T | Promise<T>,
): Promise<T> {
  const { Database } = await sqlite();
  let database: Database | null = null;
  try {
    database = new Database(bytes);
    // Nothing of the file's own schema may reach beyond it or write while it is read.
    database.run('PRAGMA trusted_schema = OFF');
    return await use(database);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    if (error instanceof Error && /out of memory|unreachable|abort/i.test(error.message)) {
      loading = null;
    }
    throw new FormatError('format.gpkg.broken');
  } finally {
    try {
      database?.close();
    } catch {
      loading = null;
    }
  }
}
