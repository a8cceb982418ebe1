import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openArchive } from '#shared/formats/tiles/open-archive.ts';
import { sourceOfBlob } from '#shared/formats/tiles/tile-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'mbtiles-'));

/** A tile whose bytes tell its place and length: some fit a page, some reach over several. */
function tileBytes(z: number, x: number, y: number): Uint8Array<ArrayBuffer> {
  const length = 10 + ((z * 7919 + x * 104_729 + y * 1299) % 9000);
  return Uint8Array.from({ length }, (_, i) => (i * 31 + z + x * 3 + y * 5) % 251);
}

const layouts = {
  'a table with an index': [
    'CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)',
    'CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)',
  ],
  'a table with a key in another order': [
    'CREATE TABLE tiles (tile_data blob, zoom_level integer, tile_column integer, tile_row integer, PRIMARY KEY (tile_row, zoom_level, tile_column))',
  ],
  'a table without row ids': [
    'CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob, PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID',
  ],
  'tiles by way of their pictures': [
    'CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT)',
    'CREATE TABLE images (tile_data blob, tile_id text)',
    'CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row)',
    'CREATE UNIQUE INDEX images_id ON images (tile_id)',
    'CREATE VIEW tiles AS SELECT map.zoom_level, map.tile_column, map.tile_row, images.tile_data FROM map JOIN images ON images.tile_id = map.tile_id',
  ],
};

function write(
  layout: readonly string[],
  metadata: Record<string, string>,
  pack: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => bytes,
  pageSize = 1024,
): Blob {
  const path = join(folder, `${Math.abs(layout.join().length)}-${pageSize}.mbtiles`);
  rmSync(path, { force: true });
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA page_size=${pageSize}; CREATE TABLE metadata (name text, value text)`);
  for (const sql of layout) database.exec(sql);
  const say = database.prepare('INSERT INTO metadata VALUES (?, ?)');
  for (const [name, value] of Object.entries(metadata)) say.run(name, value);
  const isView = layout.length > 2;
  const put = isView
    ? null
    : database.prepare(
        'INSERT INTO tiles (zoom_level, tile_column, tile_row, tile_data) VALUES (?, ?, ?, ?)',
      );
  database.exec('BEGIN');
  for (let z = 0; z <= 4; z++) {
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        if (z === 4 && x === 3) continue;
        const data = pack(tileBytes(z, x, y));
        const row = 2 ** z - 1 - y;
        if (put) put.run(z, x, row, data);
        else {
          database.prepare('INSERT INTO map VALUES (?, ?, ?, ?)').run(z, x, row, `${z}/${x}/${y}`);
          database.prepare('INSERT INTO images VALUES (?, ?)').run(data, `${z}/${x}/${y}`);
        }
      }
    }
  }
  database.exec('COMMIT');
  database.close();
  return new Blob([readFileSync(path)]);
}

describe('an MBTiles file', () => {
  for (const [name, layout] of Object.entries(layouts)) {
    it(`gives every tile and no other, from ${name}`, async () => {
      const blob = write(layout, { format: 'png', minzoom: '0', maxzoom: '4' });
      let [reads, most] = [0, 0];
      const archive = await openArchive(
        {
          size: blob.size,
          read: (offset, length) => {
            reads += 1;
            most = Math.max(most, length);
            return sourceOfBlob(blob).read(offset, length);
          },
        },
        'a.mbtiles',
      );
      for (let z = 0; z <= 4; z++) {
        for (let x = 0; x < 2 ** z; x++) {
          for (let y = 0; y < 2 ** z; y++) {
            const tile = await archive.tile(z, x, y);
            if (z === 4 && x === 3) expect(tile).toBeNull();
            else expect(new Uint8Array(tile as ArrayBuffer)).toEqual(tileBytes(z, x, y));
          }
        }
      }
      expect(await archive.tile(5, 0, 0)).toBeNull();
      expect(most).toBe(1024);
      expect(reads).toBeGreaterThan(10);
    });
  }

  it('says what it holds, and unpacks vector tiles', async () => {
    const blob = write(
      layouts['a table with an index'],
      {
        name: '区域底图',
        format: 'pbf',
        minzoom: '0',
        maxzoom: '4',
        bounds: '116,39.5,117,40.5',
        json: JSON.stringify({ vector_layers: [{ id: 'water' }, { id: 'road' }] }),
      },
      (bytes) => gzipSync(bytes),
      65_536,
    );
    const archive = await openArchive(sourceOfBlob(blob), 'a.mbtiles');
    expect(archive.info).toEqual({
      name: '区域底图',
      kind: 'vector',
      minZoom: 0,
      maxZoom: 4,
      bounds: [116, 39.5, 117, 40.5],
      layers: ['water', 'road'],
      attribution: '',
    });
    expect(new Uint8Array((await archive.tile(2, 1, 3)) as ArrayBuffer)).toEqual(
      tileBytes(2, 1, 3),
    );
  });

  it('is refused with a reason when it is none, is cut off or has no index', async () => {
    const open = (blob: Blob) => openArchive(sourceOfBlob(blob), 'a.mbtiles');
    await expect(open(new Blob(['hello']))).rejects.toMatchObject({ key: 'format.tiles.unknown' });
    const [table = ''] = layouts['a table with an index'];
    const bare = write([table], { format: 'png' });
    await expect(open(bare)).rejects.toMatchObject({ key: 'format.tiles.noIndex' });
    const other = write([table], { format: 'tiff' });
    await expect(open(other)).rejects.toMatchObject({ key: /cannotDraw|noIndex/ });
    const whole = write(layouts['a table without row ids'], { format: 'png' });
    for (const size of [50, 300, 1500]) {
      await expect(open(whole.slice(0, size))).rejects.toMatchObject({
        key: 'format.tiles.damaged',
      });
    }
  });
});
