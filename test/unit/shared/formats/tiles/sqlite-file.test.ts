import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SqliteFile } from '#shared/formats/tiles/sqlite-file.ts';
import { type ByteSource, sourceOfBlob } from '#shared/formats/tiles/tile-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A database of small pages, and where its tables and indexes begin. */
function database(
  name: string,
  sql: readonly string[],
): { blob: Blob; roots: Map<string, number> } {
  const path = join(folder, name);
  const made = new DatabaseSync(path);
  made.exec('PRAGMA page_size=512');
  for (const one of sql) made.exec(one);
  const rows = made.prepare('SELECT name, rootpage FROM sqlite_schema').all();
  const roots = new Map(rows.map((row) => [String(row['name']), Number(row['rootpage'])]));
  made.close();
  return { blob: new Blob([readFileSync(path)]), roots };
}

const numbered = (from: number, to: number) =>
  `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})`;

describe('a SQLite file', () => {
  it('finds every row by its id, gaps and ids below zero among them', async () => {
    const { blob, roots } = database('ids', [
      'CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)',
      `${numbered(-3, 3000)} INSERT INTO t SELECT i, 'word ' || i FROM n WHERE i % 7 <> 0`,
    ]);
    const file = await SqliteFile.open(sourceOfBlob(blob));
    for (let id = 1; id <= 3001; id++) {
      const row = await file.byRowId(roots.get('t') as number, id);
      expect(row?.[1] ?? null, String(id)).toBe(id % 7 === 0 || id > 3000 ? null : `word ${id}`);
    }
  });

  it('tells keys of bytes from one another', async () => {
    const { blob, roots } = database('bytes', [
      'CREATE TABLE t (key BLOB, word TEXT, PRIMARY KEY (key)) WITHOUT ROWID',
      `${numbered(1, 900)} INSERT INTO t SELECT unhex(printf('%04x%s', i * 37 % 901, CASE i % 3 WHEN 0 THEN '00' ELSE '' END)), 'word ' || i FROM n`,
    ]);
    const file = await SqliteFile.open(sourceOfBlob(blob));
    for (let i = 1; i <= 900; i++) {
      const number = (i * 37) % 901;
      const bytes = [number >> 8, number & 255, ...(i % 3 === 0 ? [0] : [])];
      const row = await file.byKey(roots.get('t') as number, [Uint8Array.from(bytes)]);
      expect(row?.[1], String(i)).toBe(`word ${i}`);
    }
    const absent = Uint8Array.from([255, 255]);
    expect(await file.byKey(roots.get('t') as number, [absent])).toBeNull();
  });

  it('asks again for a page that could not be read', async () => {
    const { blob, roots } = database('again', [
      'CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)',
      "INSERT INTO t VALUES (1, 'here')",
    ]);
    const whole = sourceOfBlob(blob);
    let away = false;
    const source: ByteSource = {
      size: whole.size,
      read: (offset, length) =>
        away ? Promise.reject(new Error('away')) : whole.read(offset, length),
    };
    const file = await SqliteFile.open(source);
    const root = roots.get('t') as number;
    away = true;
    await expect(file.byRowId(root, 1)).rejects.toThrow('away');
    away = false;
    expect(await file.byRowId(root, 1)).toEqual([null, 'here']);
  });

  it('keeps the pages that it goes by again and again', async () => {
    const { blob, roots } = database('many', [
      'CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)',
      `${numbered(1, 9000)} INSERT INTO t SELECT i, printf('%030d', i) FROM n`,
    ]);
    const whole = sourceOfBlob(blob);
    const root = roots.get('t') as number;
    let timesOfRoot = 0;
    const file = await SqliteFile.open({
      size: whole.size,
      read: (offset, length) => {
        if (offset === (root - 1) * 512) timesOfRoot += 1;
        return whole.read(offset, length);
      },
    });
    for (let id = 1; id <= 9000; id += 5) await file.byRowId(root, id);
    expect(whole.size / 512).toBeGreaterThan(700);
    expect(timesOfRoot).toBe(1);
  });
});
