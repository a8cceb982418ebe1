import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { isBoundedPlan, plainView } from '#shared/formats/geopackage/plain-view.ts';
import type { Table } from '#shared/formats/table.ts';
import { writeLayers } from '#shared/formats/write-registry.ts';
import { readFiles } from '#test/unit/shared/formats/read-fixture.ts';

const zones: Table = {
  layer: '片区',
  columns: ['名称', '街道', '面积'],
  rows: [1, 2, 3].map((n) => ({
    number: n,
    cells: [`片${n}`, n === 3 ? 2 : 1, n / 2],
    geometry: { type: 'Point', coordinates: [116 + n / 10, 39] },
    problem: null,
  })),
};
const streets: Table = {
  layer: '街道',
  columns: ['编号', '街道名'],
  rows: [1, 2].map((n) => ({
    number: n,
    cells: [n, `街${n}`],
    geometry: null,
    problem: null,
  })),
};

/** Layers of a GeoPackage with such a view over zones and streets, entered as its standard has it. */
async function withView(sql: string) {
  const options = { crs: 'EPSG:4326', encoding: 'utf-8' as const, members: {} };
  const [file] = await writeLayers('geopackage', [zones, streets], options, 'a');
  const folder = mkdtempSync(join(tmpdir(), 'hengzong-view-'));
  try {
    const path = join(folder, 'a.gpkg');
    writeFileSync(path, file?.bytes ?? '');
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.exec(
      "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('看', 'features', 4326)",
    );
    database.exec(
      "INSERT INTO gpkg_geometry_columns VALUES ('看', 'geom', 'GEOMETRY', 4326, 0, 0)",
    );
    database.close();
    const bytes = new Uint8Array(readFileSync(path));
    const layers = await readFiles([{ name: 'a.gpkg', bytes }]);
    return {
      view: layers.find(({ layer }) => layer === '看'),
      problems: layers[0]?.problems ?? [],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('views of a GeoPackage', () => {
  it.each([
    ['CREATE VIEW 看 AS SELECT * FROM 片区', ['名称', '街道', '面积'], 3],
    ['CREATE VIEW "看" AS SELECT fid AS OGC_FID, "geom", [名称] AS 名 FROM 片区;', ['名'], 3],
    [
      "create view 看 as select p.geom, p.名称 from 片区 p where 面积 >= 1 and (名称 <> '片2')",
      ['名称'],
      1,
    ],
    [
      'CREATE VIEW 看 AS SELECT a.fid AS OGC_FID, a.geom, a.名称, b.街道名 FROM 片区 AS a LEFT JOIN 街道 AS b ON a.街道 = b.编号',
      ['名称', '街道名'],
      3,
    ],
    [
      'CREATE VIEW 看 AS SELECT a.geom, b.街道名 名 FROM 片区 a JOIN 街道 b ON (b.fid = a.街道) WHERE a.面积 < 1.25',
      ['名'],
      2,
    ],
  ])('are read where they choose columns and rows: %s', async (sql, columns, count) => {
    const { view, problems } = await withView(sql);
    expect(view?.columns).toEqual(columns);
    expect(view?.rows).toHaveLength(count);
    expect(view?.rows.every(({ geometry }) => geometry?.type === 'Point')).toBe(true);
    expect(view?.crs?.id).toBe('EPSG:4326');
    expect(problems).toEqual([]);
  });

  it('give what stands in the tables that they join', async () => {
    const { view } = await withView(
      'CREATE VIEW 看 AS SELECT a.*, b.街道名 FROM 片区 AS a INNER JOIN 街道 AS b ON a.街道 = b.编号',
    );
    expect(view?.rows.map(({ cells }) => cells)).toEqual([
      ['片1', 1, 0.5, '街1'],
      ['片2', 1, 1, '街1'],
      ['片3', 2, 1.5, '街2'],
    ]);
  });

  it.each([
    // Each of these would count for hours.
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT geom, i FROM 片区, n WHERE i < 0',
    'SELECT a.geom FROM 片区 a JOIN 片区 b ON a.面积 < b.面积',
    'SELECT a.geom FROM 片区 a, 片区 b, 片区 c',
    'SELECT a.geom FROM 片区 a JOIN 片区 b ON a.街道 = b.街道 WHERE a.面积 < 0',
    'SELECT geom, hex(zeroblob(100000000)) AS x FROM 片区',
    'SELECT geom, (SELECT count(*) FROM 片区) AS x FROM 片区',
    'SELECT geom FROM 看2',
  ])('are left out and named where they are more: %s', async (select) => {
    const other = 'CREATE VIEW 看2 AS SELECT geom FROM 片区;';
    const { view, problems } = await withView(`${other} CREATE VIEW 看 AS ${select}`);
    expect(view).toBeUndefined();
    expect(problems).toEqual([{ key: 'layersLeft', params: { count: 1, names: '看' } }]);
  });
});

describe('plainView', () => {
  const find = (name: string) =>
    ['t', 'a "b"'].includes(name)
      ? { name, columns: [{ name: 'x "y"', type: 'TEXT', isKey: false }] }
      : null;

  it('puts names into marks of its own', () => {
    const view = plainView(
      'CREATE VIEW v AS SELECT "x ""y""" AS z FROM "a ""b""" WHERE "x ""y""" IS NOT NULL',
      find,
    );
    expect(view?.from).toBe('"a ""b""" AS "a ""b""" WHERE "a ""b"""."x ""y""" IS NOT NULL');
    expect(view?.columns).toEqual([
      { name: 'z', type: 'TEXT', isKey: false, term: '"a ""b"""."x ""y"""' },
    ]);
  });

  it.each([
    '',
    'CREATE VIEW v AS SELECT y FROM t',
    'CREATE VIEW v AS SELECT "x ""y""" FROM missing',
    'CREATE VIEW v AS SELECT "x ""y""" FROM t; DROP TABLE t',
    'CREATE VIEW v AS SELECT "x ""y""" FROM t -- more',
    'CREATE VIEW v AS SELECT DISTINCT "x ""y""" FROM t',
    'CREATE VIEW v AS SELECT "x ""y""" FROM t ORDER BY 1',
    `CREATE VIEW v AS SELECT ${'"x ""y""",'.repeat(3000)} "x ""y""" FROM t`,
  ])('is none for %s', (sql) => expect(plainView(sql, find)).toBeNull());

  it('holds SQLite to one run through one table', () => {
    expect(isBoundedPlan(['SCAN a', 'SEARCH b USING AUTOMATIC COVERING INDEX (x=?)'], false)).toBe(
      true,
    );
    expect(isBoundedPlan(['SCAN a', 'SEARCH b USING AUTOMATIC COVERING INDEX (x=?)'], true)).toBe(
      false,
    );
    expect(isBoundedPlan(['SCAN a', 'SEARCH b USING INTEGER PRIMARY KEY (rowid=?)'], true)).toBe(
      true,
    );
    expect(isBoundedPlan(['SCAN a', 'SCAN b'], false)).toBe(false);
  });
});
