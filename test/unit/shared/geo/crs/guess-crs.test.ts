import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { crsConverter } from '#shared/geo/crs/converter.ts';
import { guessCrs } from '#shared/geo/crs/guess-crs.ts';
import { mapPositions, positionsOf } from '#shared/geo/map-positions.ts';

const folder = join(import.meta.dirname, '../../../../fixtures/beijing');
const read = (name: string) =>
  JSON.parse(readFileSync(join(folder, `${name}.geojson`), 'utf8')) as FeatureCollection<
    Polygon | MultiPolygon
  >;
const outline = read('xicheng-outline').features.map(({ geometry }) => geometry);
const streets = read('xicheng-streets').features.map(({ geometry }) => geometry);
const places = streets.flatMap((street) => [...positionsOf(street)]);

async function inCrs(id: string, swapped = false): Promise<Position[]> {
  const converter = await crsConverter(id);
  if (!converter) throw new Error(id);
  const positions = places.map((place) => converter.fromWgs84(place));
  return swapped ? positions.map(([x = 0, y = 0]) => [y, x]) : positions;
}

const guess = (positions: Position[], declared: string | null = null, hinted: string[] = []) =>
  guessCrs(positions, { declared, hinted, reference: outline });

describe('guessCrs', () => {
  it.each([
    ['EPSG:4326', false],
    ['GCJ-02', false],
    ['BD-09', false],
    ['GCJ-02', true],
    ['EPSG:4527', false],
    ['EPSG:4527', true],
    ['EPSG:4498', false],
    ['EPSG:32650', false],
    ['EPSG:4548', true],
    ['EPSG:3857', false],
    ['BD-09MC', false],
    ['EPSG:2415', false],
  ])('finds %s (swapped: %s) by where the streets come to lie', async (id, swapped) => {
    const [best] = await guess(await inCrs(id, swapped));
    expect([best?.crs, best?.swapped]).toEqual([id, swapped]);
    expect(best?.inside).toBeGreaterThan(0.98);
  });

  it('does not believe a file whose positions lie elsewhere, and says why', async () => {
    const [best, ...others] = await guess(await inCrs('GCJ-02'), 'EPSG:4326');
    expect(best).toMatchObject({ crs: 'GCJ-02', declared: false });
    const declared = others.find((one) => one.declared);
    expect(declared?.crs).toBe('EPSG:4326');
    expect((best?.inside ?? 0) - (declared?.inside ?? 1)).toBeGreaterThan(0.02);
  });

  it('goes by what the file says, then by its words, when there is nothing to compare with', async () => {
    const bare = { declared: null, hinted: [], reference: [] };
    const positions = await inCrs('GCJ-02');
    expect((await guessCrs(positions, bare))[0]).toMatchObject({ crs: 'EPSG:4326', trust: 'open' });
    const hinted = await guessCrs(positions, { ...bare, hinted: ['GCJ-02'] });
    expect(hinted[0]).toMatchObject({ crs: 'GCJ-02', trust: 'likely' });
    const declared = await guessCrs(positions, { ...bare, declared: 'EPSG:4490' });
    expect(declared[0]).toMatchObject({ crs: 'EPSG:4490', trust: 'sure' });
  });

  it('has no guess for metres of a local drawing', async () => {
    const local = places.map(
      ([x = 0, y = 0]): Position => [(x - 116) * 85_000, (y - 39.8) * 111_000],
    );
    const guesses = await guess(local);
    expect(guesses.every(({ trust }) => trust === 'open')).toBe(true);
  });

  it('keeps closed rings closed when it converts', async () => {
    const converter = await crsConverter('BD-09');
    if (!converter || !outline[0]) throw new Error('no converter');
    const moved = mapPositions(outline[0], converter.fromWgs84);
    const rings = moved.type === 'Polygon' ? moved.coordinates : moved.coordinates.flat();
    for (const ring of rings) expect(ring.at(-1)).toEqual(ring[0]);
  });
});
