import type { DatabaseSync } from 'node:sqlite';

/** What programs for maps add to SQLite, and the triggers of a spatial index call. Every box is a place. */
export function putMapFunctions(database: DatabaseSync): void {
  database.function('ST_IsEmpty', { varargs: true }, () => 0);
  for (const side of ['MinX', 'MaxX', 'MinY', 'MaxY'])
    database.function(`ST_${side}`, { varargs: true }, () => 5);
}
