import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceFile, SourceLayer } from '#shared/formats/source/source.ts';
import { writeLayers } from '#shared/formats/write-registry.ts';
import { putMapFunctions } from './map-functions.ts';
import { readFiles, refusal } from '#test/unit/shared/formats/read-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'wal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const pageSize = 512;
const frameSize = pageSize + 24;

/** A GeoPackage of one table of twenty points, as our own writer makes it. */
async function plain(): Promise<Uint8Array> {
  const rows = Array.from({ length: 20 }, (_, i) => ({
    number: i + 1,
    cells: [`点${i}`, 0],
    geometry: { type: 'Point' as const, coordinates: [116 + i / 100, 39.9] },
    problem: null,
  }));
  const table = { layer: 'sites', columns: ['name', 'step'], rows };
  const options = { crs: 'EPSG:4326', encoding: 'utf-8' as const, members: {} };
  const [file] = await writeLayers('geopackage', [table], options, 'sites');
  return file?.bytes ?? new Uint8Array();
}

let base: Uint8Array;
beforeAll(async () => {
  base = await plain();
});

/** A state as rows of name and step. */
type State = [name: unknown, step: unknown][];

let made = 0;
/** A database that SQLite itself keeps with a log, with a way to run SQL, and to copy both files as they lie. */
function open() {
  const path = join(folder, `${(made += 1)}.gpkg`);
  writeFileSync(path, base);
  const database = new DatabaseSync(path);
  putMapFunctions(database);
  database.exec(`PRAGMA page_size=${pageSize}; VACUUM; PRAGMA journal_mode=WAL;`);
  database.exec('PRAGMA wal_autocheckpoint=0');
  const copy = (): SourceFile[] =>
    ['', '-wal'].map((end) => ({
      name: `sites.gpkg${end}`,
      bytes: new Uint8Array(readFileSync(`${path}${end}`)),
    }));
  const state = (): State =>
    database
      .prepare('SELECT name, step FROM sites ORDER BY fid')
      .all()
      .map(({ name, step }) => [name, step]);
  return { database, copy, state };
}

const stateOf = ([layer]: SourceLayer[]): State =>
  (layer?.rows ?? []).map(({ cells }) => [cells[0], cells[1]]);
const keysOf = ([layer]: SourceLayer[]) => layer?.problems.map(({ key }) => key) ?? [];

/** One transaction: all rows are of the same step then, and there are more or fewer of them. */
function take(database: DatabaseSync, step: number, change: number): void {
  database.exec('BEGIN');
  database.exec(`UPDATE sites SET step = ${step}`);
  for (let i = 0; i < change; i++) {
    database.exec(`INSERT INTO sites (name, step) VALUES ('新${step}-${i}', ${step})`);
  }
  if (change < 0) {
    database.exec(
      `DELETE FROM sites WHERE fid IN (SELECT fid FROM sites ORDER BY fid DESC LIMIT ${-change})`,
    );
  }
  database.exec('COMMIT');
}

describe('the log beside a GeoPackage', () => {
  it('is read as SQLite reads it, after checkpoints too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.integer({ min: -6, max: 30 }), fc.constant('checkpoint' as const)), {
          minLength: 1,
          maxLength: 8,
        }),
        async (steps) => {
          const { database, copy, state } = open();
          try {
            for (const [i, step] of steps.entries()) {
              if (step === 'checkpoint') database.exec('PRAGMA wal_checkpoint(PASSIVE)');
              else take(database, i + 1, step);
            }
            const layers = await readFiles(copy());
            expect(stateOf(layers)).toEqual(state());
            expect(keysOf(layers)).toEqual([]);
          } finally {
            database.close();
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is not used beyond the last transaction that is whole, wherever it is cut or damaged', async () => {
    const { database, copy, state } = open();
    const states = [state()];
    /** How long the log is after each transaction. */
    const ends = [32];
    for (const [i, change] of [4, 25, -10, 2].entries()) {
      take(database, i + 1, change);
      states.push(state());
      ends.push((copy()[1] as SourceFile).bytes.length);
    }
    const [main, log] = copy() as [SourceFile, SourceFile];
    database.close();
    expect(stateOf(await readFiles([main]))).toEqual(states[0]);
    const lastBefore = (bytes: number) => ends.findLastIndex((end) => end <= bytes);

    const frames = (log.bytes.length - 32) / frameSize;
    for (let frame = 0; frame < frames; frame++) {
      const end = 32 + frame * frameSize + (frame % 2 === 0 ? 0 : 100);
      const layers = await readFiles([main, { ...log, bytes: log.bytes.slice(0, end) }]);
      expect(stateOf(layers), `cut at ${end}`).toEqual(states[lastBefore(end)]);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: log.bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const bytes = log.bytes.slice();
          bytes[at] = (bytes[at] as number) ^ flip;
          const layers = await readFiles([main, { ...log, bytes }]);
          const frame = 32 + Math.floor((at - 32) / frameSize) * frameSize;
          expect(stateOf(layers)).toEqual(states[at < 32 ? 0 : lastBefore(frame)]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a transaction that is still open is left, and that is said', async () => {
    const { database, copy, state } = open();
    take(database, 1, 40);
    const before = state();
    // So little memory that pages are written before the end.
    database.exec('PRAGMA cache_size=1; BEGIN; UPDATE sites SET step = 2');
    for (let i = 0; i < 60; i++) database.exec("INSERT INTO sites (name, step) VALUES ('半途', 2)");
    const layers = await readFiles(copy());
    database.exec('ROLLBACK');
    database.close();
    expect(stateOf(layers)).toEqual(before);
    expect(keysOf(layers)).toEqual(['walCut']);
  });

  it('is not used when it is none, or another database’s; then the file alone is read, with a warning', async () => {
    const { database, copy, state } = open();
    const before = state();
    take(database, 1, 3);
    const [main, log] = copy() as [SourceFile, SourceFile];
    database.close();
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 31) % 256);
    const otherSize = log.bytes.slice();
    otherSize[10] = 0x10;
    for (const bytes of [noise, otherSize, log.bytes.slice(0, 20)]) {
      const layers = await readFiles([main, { ...log, bytes }]);
      expect(stateOf(layers)).toEqual(before);
      expect(keysOf(layers)).toEqual(['walUnread']);
    }
    // Pages of another database, of other tables, do not fit among those of this one.
    const path = join(folder, 'other.db');
    const other = new DatabaseSync(path);
    other.exec(`PRAGMA page_size=${pageSize}; PRAGMA journal_mode=WAL; CREATE TABLE a (x)`);
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.exec("INSERT INTO a SELECT value FROM json_each('[1,2,3]')");
    const foreign = new Uint8Array(readFileSync(`${path}-wal`));
    other.close();
    const layers = await readFiles([main, { ...log, bytes: foreign }]);
    expect(stateOf(layers)).toEqual(before);
    expect(keysOf(layers)).toEqual(['walUnread']);
  });

  it('that is empty has nothing to add, and alone it is of no use', async () => {
    const { database, copy, state } = open();
    take(database, 1, 3);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const [main, log] = copy() as [SourceFile, SourceFile];
    const layers = await readFiles([main, log]);
    expect(log.bytes).toHaveLength(0);
    expect(stateOf(layers)).toEqual(state());
    expect(keysOf(layers)).toEqual([]);
    take(database, 2, 1);
    const [, alone] = copy() as [SourceFile, SourceFile];
    database.close();
    expect(await refusal(() => readFiles([alone]))).toMatchObject({ key: 'format.isWal' });
  });
});
