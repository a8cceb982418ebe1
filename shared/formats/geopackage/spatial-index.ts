import type { Database } from 'sql.js';
import { quoted } from './quoted.ts';
import { type Box, rtreeNodes } from './rtree-nodes.ts';

export interface IndexedTable {
  name: string;
  /** Its columns with the key and the geometry. */
  key: string;
  shape: string;
  /** Box of each row that has a geometry. */
  boxes: readonly { id: number; box: Box }[];
}

const extensions =
  'CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))';

/** What keeps the index up to date when another program writes the table (OGC 12-128r17, annex F.3). */
function triggers({ name, key, shape }: IndexedTable, index: string): string[] {
  const [table, tree, id, geometry] = [name, index, key, shape].map(quoted);
  const there = `(NEW.${geometry} NOTNULL AND NOT ST_IsEmpty(NEW.${geometry}))`;
  const gone = `(NEW.${geometry} ISNULL OR ST_IsEmpty(NEW.${geometry}))`;
  const box = ['MinX', 'MaxX', 'MinY', 'MaxY'].map((side) => `ST_${side}(NEW.${geometry})`);
  const put = `INSERT OR REPLACE INTO ${tree} VALUES (NEW.${id}, ${box.join(', ')});`;
  const drop = `DELETE FROM ${tree} WHERE id = OLD.${id};`;
  const same = `OLD.${id} = NEW.${id}`;
  const moved = `OLD.${id} != NEW.${id}`;
  const make = (which: string, when: string, body: string) =>
    `CREATE TRIGGER ${quoted(`${index}_${which}`)} AFTER ${when} BEGIN ${body} END`;
  return [
    make('insert', `INSERT ON ${table} WHEN ${there}`, put),
    make('update1', `UPDATE OF ${geometry} ON ${table} WHEN ${same} AND ${there}`, put),
    make('update2', `UPDATE OF ${geometry} ON ${table} WHEN ${same} AND ${gone}`, drop),
    make('update3', `UPDATE ON ${table} WHEN ${moved} AND ${there}`, `${drop} ${put}`),
    make(
      'update4',
      `UPDATE ON ${table} WHEN ${moved} AND ${gone}`,
      `DELETE FROM ${tree} WHERE id IN (OLD.${id}, NEW.${id});`,
    ),
    make('delete', `DELETE ON ${table} WHEN OLD.${geometry} NOT NULL`, drop),
  ];
}

function insertAll(database: Database, sql: string, rows: Iterable<(number | Uint8Array)[]>): void {
  const insert = database.prepare(sql);
  try {
    for (const row of rows) insert.run(row);
  } finally {
    insert.free();
  }
}

/**
 * The spatial index of a table of features (extension `gpkg_rtree_index`). The SQLite at hand has no
 * R-trees, so its tables are written as that module keeps them and entered in the schema. After the rows:
 * the triggers call functions that only programs for maps have.
 */
export function putSpatialIndex(database: Database, table: IndexedTable): void {
  const index = `rtree_${table.name}_${table.shape}`;
  const part = (which: string) => quoted(`${index}_${which}`);
  database.run(`CREATE TABLE ${part('rowid')}(rowid INTEGER PRIMARY KEY,nodeno)`);
  database.run(`CREATE TABLE ${part('node')}(nodeno INTEGER PRIMARY KEY,data)`);
  database.run(`CREATE TABLE ${part('parent')}(nodeno INTEGER PRIMARY KEY,parentnode)`);
  const nodes = rtreeNodes(table.boxes);
  const put = (which: string, rows: (number | Uint8Array)[][]) =>
    insertAll(database, `INSERT INTO ${part(which)} VALUES (?, ?)`, rows);
  put(
    'node',
    nodes.map(({ number, data }) => [number, data]),
  );
  put(
    'parent',
    nodes.flatMap(({ number, parent }) => (parent === null ? [] : [[number, parent]])),
  );
  put(
    'rowid',
    nodes.flatMap(({ number, isLeaf, ids }) => (isLeaf ? ids.map((id) => [id, number]) : [])),
  );
  const sql = `CREATE VIRTUAL TABLE ${quoted(index)} USING rtree(id, minx, maxx, miny, maxy)`;
  database.run('PRAGMA writable_schema = ON');
  database.run("INSERT INTO sqlite_master VALUES ('table', ?, ?, 0, ?)", [index, index, sql]);
  database.run('PRAGMA writable_schema = OFF');
  for (const trigger of triggers(table, index)) database.run(trigger);
  database.run(extensions);
  database.run("INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', ?, 'write-only')", [
    table.name,
    table.shape,
    'http://www.geopackage.org/spec120/#extension_rtree',
  ]);
}
