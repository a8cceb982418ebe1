import { describe, expect, it } from 'vitest';
import { belongsTo } from '#shared/formats/source/group-files.ts';
import { ownBytes } from '#shared/formats/source/own-bytes.ts';

describe('belongsTo', () => {
  it('knows the parts of a shapefile and what SQLite puts beside a GeoPackage', () => {
    for (const part of ['zones.dbf', 'ZONES.PRJ', 'zones.cpg']) {
      expect(belongsTo(part, 'zones.shp')).toBe(true);
    }
    expect(belongsTo('zones.gpkg-wal', 'zones.gpkg')).toBe(true);
    expect(belongsTo('zones.gpkg-journal', 'zones.gpkg')).toBe(true);
  });

  it('leaves other files of the same name alone, which may be large', () => {
    for (const other of ['zones.gpkg', 'zones.tif', 'zones.mp4', 'zones', 'zones2.dbf']) {
      expect(belongsTo(other, 'zones.shp')).toBe(false);
    }
    expect(belongsTo('zones.shp', 'zones.gpkg')).toBe(false);
    expect(belongsTo('zones.tif', 'zones.csv')).toBe(false);
  });
});

describe('ownBytes', () => {
  it('copies what lies in shared memory, and nothing else', () => {
    const whole = new Uint8Array([1, 2, 3, 4]);
    expect(ownBytes(whole).buffer).toBe(whole.buffer);
    const part = ownBytes(whole.subarray(1, 3));
    expect([...part]).toEqual([2, 3]);
    expect(part.buffer.byteLength).toBe(2);
  });
});
