import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceFile, SourceLayer } from '#shared/formats/source/source.ts';
import { writeLayers } from '#shared/formats/write-registry.ts';
import { readFiles, refusal } from '#test/unit/shared/formats/read-fixture.ts';
import { putMapFunctions } from './map-functions.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A GeoPackage of so many points that they fill many pages. */
async function plain(): Promise<Uint8Array> {
  const rows = Array.from({ length: 400 }, (_, i) => ({
    number: i + 1,
    cells: [`点${i}${'甲'.repeat(60)}`, 0],
    geometry: { type: 'Point' as const, coordinates: [116 + i / 1000, 39.9] },
    problem: null,
  }));
  const table = { layer: 'sites', columns: ['name', 'step'], rows };
  const options = { crs: 'EPSG:4326', encoding: 'utf-8' as const, members: {} };
  const [file] = await writeLayers('geopackage', [table], options, 'sites');
  return file?.bytes ?? new Uint8Array();
}

const bytesOf = (path: string) => new Uint8Array(readFileSync(path));

/** Database and journal as they lie on the disk in the middle of a change that spilled over to it. */
async function halfWritten(): Promise<{
  before: SourceFile;
  database: SourceFile;
  journal: SourceFile;
}> {
  const path = join(folder, 'sites.gpkg');
  writeFileSync(path, await plain());
  const sites = new DatabaseSync(path);
  putMapFunctions(sites);
  sites.exec('PRAGMA journal_mode=DELETE; PRAGMA cache_size=2; PRAGMA synchronous=FULL');
  copyFileSync(path, join(folder, 'before.gpkg'));
  sites.exec('BEGIN IMMEDIATE');
  for (let step = 1; step <= 3; step += 1) {
    sites.exec(`UPDATE sites SET step = ${step}, name = name || '${'乙'.repeat(40)}'`);
    sites.exec('INSERT INTO sites (name, step) SELECT name, -1 FROM sites LIMIT 300');
  }
  expect(existsSync(`${path}-journal`)).toBe(true);
  const database = { name: 'sites.gpkg', bytes: bytesOf(path) };
  const journal = { name: 'sites.gpkg-journal', bytes: bytesOf(`${path}-journal`) };
  sites.exec('ROLLBACK');
  sites.close();
  return {
    before: { name: 'sites.gpkg', bytes: bytesOf(join(folder, 'before.gpkg')) },
    database,
    journal,
  };
}

const cellsOf = ([layer]: SourceLayer[]) => layer?.rows.map(({ cells }) => cells);
const keysOf = ([layer]: SourceLayer[]) => layer?.problems.map(({ key }) => key) ?? [];

describe('the journal beside a GeoPackage', () => {
  let files: Awaited<ReturnType<typeof halfWritten>>;
  beforeAll(async () => {
    files = await halfWritten();
  });

  it('takes back the change that was not finished, and says so', async () => {
    const { before, database, journal } = files;
    expect(database.bytes).not.toEqual(before.bytes);
    const found = await readFiles([database, journal]);
    expect(cellsOf(found)).toEqual(cellsOf(await readFiles([before])));
    expect(keysOf(found)).toContain('journalUsed');
  });

  it('counts for nothing when it is empty or out of use', async () => {
    const { before, journal } = files;
    const unused = [new Uint8Array(), journal.bytes.slice().fill(0, 0, 512)];
    for (const bytes of unused) {
      const found = await readFiles([before, { ...journal, bytes }]);
      expect(found[0]?.rows).toHaveLength(400);
      expect(keysOf(found)).not.toContain('journalUsed');
    }
  });

  it('is told of when it is of another file or damaged, and nothing half-written is read', async () => {
    const { before, database, journal } = files;
    const noise = journal.bytes.slice().fill(0x5a, 0, 8);
    const found = await readFiles([before, { ...journal, bytes: noise }]);
    expect(keysOf(found)).toContain('journalUnread');
    const { key } = await refusal(() =>
      readFiles([database, { ...journal, bytes: journal.bytes.slice(0, 700) }]),
    );
    expect(key).toBe('format.gpkg.broken');
  });

  it('alone is of no use', async () => {
    const { key } = await refusal(() => readFiles([files.journal]));
    expect(key).toBe('format.isWal');
  });
});
