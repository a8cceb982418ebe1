import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { rtreeNodes } from '#shared/formats/geopackage/rtree-nodes.ts';
import type { TableRow } from '#shared/formats/table.ts';
import { writeLayers } from '#shared/formats/write-registry.ts';
import { putMapFunctions } from './map-functions.ts';
import { readFiles } from '#test/unit/shared/formats/read-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rtree-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

const row = (place: [number, number] | null, number: number): TableRow => ({
  number,
  cells: [`点${number}`],
  geometry: place && { type: 'Point', coordinates: place },
  problem: null,
});

/** What our writer makes of such a layer, opened by a SQLite that has R-trees. */
async function written(rows: TableRow[], layer = 'sites', column = 'name') {
  const table = { layer, columns: [column], rows };
  const options = { crs: 'EPSG:4326', encoding: 'utf-8' as const, members: {} };
  const [file] = await writeLayers('geopackage', [table], options, 'a');
  const bytes = Uint8Array.from(file?.bytes ?? []);
  const path = join(folder, `${(made += 1)}.gpkg`);
  writeFileSync(path, bytes);
  return { bytes, database: new DatabaseSync(path) };
}

const place = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

describe('the spatial index of a GeoPackage', () => {
  it('is sound for SQLite and finds what lies in a box, as looking at every row does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(place, { freq: 8 }), { minLength: 1, maxLength: 300 }),
        fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 5 }),
        async (places, boxes) => {
          fc.pre(places.some((one) => one !== null));
          const { database } = await written(places.map((one, i) => row(one, i + 1)));
          try {
            expect(database.prepare("SELECT rtreecheck('rtree_sites_geom') AS said").get()).toEqual(
              {
                said: 'ok',
              },
            );
            expect(database.prepare('PRAGMA integrity_check').get()).toEqual({
              integrity_check: 'ok',
            });
            const find = database.prepare(
              'SELECT id FROM rtree_sites_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ? ORDER BY id',
            );
            for (const [[x1, y1], [x2, y2]] of boxes) {
              const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)];
              const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)];
              const found = new Set(find.all(west, east, south, north).map(({ id }) => id));
              places.forEach((one, i) => {
                if (!one) return expect(found.has(i + 1)).toBe(false);
                const isIn = one[0] >= west && one[0] <= east && one[1] >= south && one[1] <= north;
                // Boxes of 32 bits may be a little larger, so that one more may be found but none missed.
                if (isIn) expect(found.has(i + 1)).toBe(true);
                const isFar =
                  one[0] < west - 1e-4 ||
                  one[0] > east + 1e-4 ||
                  one[1] < south - 1e-4 ||
                  one[1] > north + 1e-4;
                if (isFar) expect(found.has(i + 1)).toBe(false);
              });
            }
          } finally {
            database.close();
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('has several levels for many rows, each full but for a little', async () => {
    const rows = Array.from({ length: 9000 }, (_, i) =>
      row([116 + (i % 97) / 1000, 39 + Math.floor(i / 97) / 1000], i + 1),
    );
    const { database } = await written(rows);
    const check = database.prepare("SELECT rtreecheck('rtree_sites_geom') AS said").get();
    const count = database.prepare('SELECT count(*) AS n FROM rtree_sites_geom').get();
    const nodes = database.prepare('SELECT count(*) AS n FROM rtree_sites_geom_node').get();
    database.close();
    expect([check, count]).toEqual([{ said: 'ok' }, { n: 9000 }]);
    expect(Number(nodes?.['n'])).toBeLessThan(1.15 * (9000 / 51 + 4 + 1));
  });

  it('follows what another program writes, whatever the names are', async () => {
    const name = '片区 "甲"';
    const { database, bytes } = await written([row([116, 39], 1), row([117, 40], 2)], name, 'fid');
    putMapFunctions(database);
    const table = `"${name.replaceAll('"', '""')}"`;
    const index = `"rtree_${name.replaceAll('"', '""')}_geom"`;
    database.exec(
      `INSERT INTO ${table} (geom, fid) SELECT geom, 'neu' FROM ${table} WHERE fid_ = 1`,
    );
    database.exec(`DELETE FROM ${table} WHERE fid_ = 2`);
    database.exec(`UPDATE ${table} SET fid_ = 9 WHERE fid_ = 3`);
    const ids = database.prepare(`SELECT id FROM ${index} ORDER BY id`).all();
    const listed = database.prepare('SELECT * FROM gpkg_extensions').all();
    database.close();
    expect(ids).toEqual([{ id: 1 }, { id: 9 }]);
    expect(listed).toMatchObject([
      { table_name: name, column_name: 'geom', extension_name: 'gpkg_rtree_index' },
    ]);
    const [layer] = await readFiles([{ name: 'a.gpkg', bytes }]);
    expect([layer?.layer, layer?.rows.length, layer?.problems]).toEqual([name, 2, []]);
  });

  it('has a root even where nothing has a place', () => {
    expect(rtreeNodes([])).toMatchObject([{ number: 1, parent: null, isLeaf: true, ids: [] }]);
  });
});
