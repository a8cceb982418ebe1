import type { Geometry, Position } from 'geojson';
import type { Database, SqlValue } from 'sql.js';
import { columnLetters } from '#shared/formats/sheet/column-names.ts';
import type { CellValue, Table } from '#shared/formats/table.ts';
import { type ColumnKind, columnKinds, namesOf } from '#shared/formats/write/column-kind.ts';
import {
  distinctNames,
  renamedColumns,
  renamedLayers,
} from '#shared/formats/write/distinct-names.ts';
import { plainName } from '#shared/formats/write/held-texts.ts';
import type { Loss, Writer, WriteOptions } from '#shared/formats/write/writer.ts';
import { writeWkb } from '#shared/formats/wkb/write-wkb.ts';
import { wktOfCrs } from '#shared/geo/crs/wkt-of-crs.ts';
import { positionsOf } from '#shared/geo/map-positions.ts';
import { withDatabase } from './open-database.ts';
import { quoted } from './quoted.ts';
import { type Box, boxAround } from './rtree-nodes.ts';
import { putSpatialIndex } from './spatial-index.ts';

const sqlTypes: Record<ColumnKind, string> = {
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  text: 'TEXT',
  mixed: 'TEXT',
};

/** Ids of systems that have no EPSG code, in the range that the standard leaves to users. */
const ownIds: Record<string, number> = { 'GCJ-02': 100_001, 'BD-09': 100_002, 'BD-09MC': 100_003 };

/** Tables that every GeoPackage has (OGC 12-128r19, annex C). */
const schema = `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system');
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system');
`;

const wgs84 = wktOfCrs('EPSG:4326') ?? '';

function putSystems(database: Database, crs: string): number {
  const put = (id: number, name: string, organization: string, wkt: string) =>
    database.run('INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)', [
      name,
      id,
      organization,
      id,
      wkt,
    ]);
  put(4326, 'WGS 84 geodetic', 'EPSG', wgs84);
  const code = /^EPSG:(\d+)$/.exec(crs)?.[1];
  const id = code === undefined ? (ownIds[crs] ?? 100_000) : Number(code);
  put(id, crs, code === undefined ? 'NONE' : 'EPSG', wktOfCrs(crs) ?? 'undefined');
  return id;
}

function boxOf(geometry: Geometry): Box | null {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positionsOf(geometry) as Iterable<Position>) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box[0] <= box[2] ? box : null;
}

/** Boxes of the rows by their keys, which count from 1; rows without a place have none. */
function boxesOf(table: Table): { id: number; box: Box }[] {
  return table.rows.flatMap(({ geometry }, index) => {
    const box = geometry && boxOf(geometry);
    return box ? [{ id: index + 1, box }] : [];
  });
}

/** The header of the standard's binary, little-endian and without envelope, before the WKB. */
function blobOf(geometry: Geometry, srs: number): Uint8Array {
  const blob = writeWkb(geometry, 8);
  blob.set([0x47, 0x50, 0, 1]);
  new DataView(blob.buffer).setInt32(4, srs, true);
  return blob;
}

function sqlValue(cell: CellValue, kind: ColumnKind): SqlValue {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return kind === 'mixed' ? String(cell) : Number(cell);
  return kind === 'mixed' ? String(cell) : cell;
}

/** Names of the tables, as SQLite and the standard take them. */
function tableNames(tables: readonly Table[]): string[] {
  return distinctNames(
    tables.map(({ layer }, index) => {
      const plain = plainName(layer).replace(/^(gpkg_|sqlite_|rtree_)/i, 'layer_');
      return plain || (index === 0 ? 'layer' : `layer_${index + 1}`);
    }),
  );
}

/** Names for the key and the geometry that no column of the table has. */
function freeName(name: string, columns: readonly string[]): string {
  const lower = new Set(columns.map((column) => column.toLowerCase()));
  let free = name;
  while (lower.has(free)) free = `${free}_`;
  return free;
}

/** Column names that SQLite tells apart: it does not look at case. */
function columnNames(columns: readonly string[]): string[] {
  return distinctNames(
    columns.map((column, index) => plainName(column) || columnLetters(index)),
    (name, copy) => `${name} (${copy})`,
  );
}

function putTable(database: Database, table: Table, name: string, srs: number): void {
  const kinds = columnKinds(table);
  const columns = columnNames(table.columns);
  const hasGeometry = table.rows.some(({ geometry }) => geometry !== null);
  const key = freeName('fid', columns);
  const shape = freeName('geom', columns);
  const definitions = [
    `${quoted(key)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL`,
    ...(hasGeometry ? [`${quoted(shape)} GEOMETRY`] : []),
    ...columns.map((column, i) => `${quoted(column)} ${sqlTypes[kinds[i] ?? 'text']}`),
  ];
  database.run(`CREATE TABLE ${quoted(name)} (${definitions.join(', ')})`);
  const boxes = boxesOf(table);
  const box = boxes.length > 0 ? boxAround(boxes) : null;
  database.run(
    'INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      name,
      hasGeometry ? 'features' : 'attributes',
      name,
      ...(box ?? [null, null, null, null]),
      hasGeometry ? srs : null,
    ],
  );
  if (hasGeometry) {
    database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [
      name,
      shape,
      'GEOMETRY',
      srs,
    ]);
  }
  const names = [...(hasGeometry ? [shape] : []), ...columns].map(quoted);
  const marks = names.map(() => '?').join(', ');
  const insert = database.prepare(
    names.length > 0
      ? `INSERT INTO ${quoted(name)} (${names.join(', ')}) VALUES (${marks})`
      : `INSERT INTO ${quoted(name)} DEFAULT VALUES`,
  );
  try {
    for (const { cells, geometry } of table.rows) {
      insert.run([
        ...(hasGeometry ? [geometry && blobOf(geometry, srs)] : []),
        ...columns.map((_, i) => sqlValue(cells[i] ?? null, kinds[i] ?? 'text')),
      ]);
    }
  } finally {
    insert.free();
  }
  if (hasGeometry) putSpatialIndex(database, { name, key, shape, boxes });
}

function lossesOf(tables: readonly Table[]): Loss[] {
  const mixed = tables.flatMap((table) => {
    const kinds = columnKinds(table);
    return table.columns.filter((_, index) => kinds[index] === 'mixed');
  });
  return [
    ...(mixed.length > 0 ? [{ key: 'columnsAsText', params: namesOf(mixed) }] : []),
    ...renamedColumns(tables, columnNames),
    ...renamedLayers(tables, tableNames(tables)),
  ];
}

/** GeoPackage 1.3: a table of features a layer, each with its spatial index. */
export const geoPackageWriter: Writer = {
  losses: lossesOf,
  write: async (tables, { crs }: WriteOptions, name) => {
    const bytes = await withDatabase(null, (database) => {
      // "GPKG" and the version of the standard, by which other programs know the file.
      database.run('PRAGMA application_id = 1196444487; PRAGMA user_version = 10300');
      database.run('BEGIN');
      database.run(schema);
      const srs = putSystems(database, crs);
      const names = tableNames(tables);
      tables.forEach((table, index) => putTable(database, table, names[index] as string, srs));
      database.run('COMMIT');
      return database.export();
    });
    return [{ name: `${name}.gpkg`, bytes: new Uint8Array(bytes) }];
  },
};
