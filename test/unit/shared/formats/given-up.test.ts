import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { describe, expect, it } from 'vitest';
import { readSource } from '#shared/formats/registry.ts';
import { groupFiles } from '#shared/formats/source/group-files.ts';
import type { SourceFile } from '#shared/formats/source/source.ts';
import type { Table } from '#shared/formats/table.ts';
import { type WrittenFormat, writeLayers } from '#shared/formats/write-registry.ts';

const rowCount = 6000;
const place = (i: number) => ({ type: 'Point' as const, coordinates: [116 + i / 1e5, 39.9] });
const numbers = Array.from({ length: rowCount }, (_, i) => i);
const table: Table = {
  layer: '',
  columns: ['name', 'text'],
  rows: numbers.map((i) => ({
    number: i + 1,
    cells: [`点${i}`, `责任人${i}`.repeat(8)],
    geometry: place(i),
    problem: null,
  })),
};
const feature = (i: number) => ({
  type: 'Feature' as const,
  properties: { name: `点${i}` },
  geometry: place(i),
});
const text = (name: string, content: string): SourceFile[] => [
  { name, bytes: new TextEncoder().encode(content) },
];
const written = (format: WrittenFormat) =>
  writeLayers(format, [table], { crs: 'EPSG:4326', encoding: 'utf-8', members: {} }, 'points');
const features = () => ({ type: 'FeatureCollection' as const, features: numbers.map(feature) });

/** A large file of each format that is read in steps. */
const files: Record<string, () => SourceFile[] | Promise<SourceFile[]>> = {
  geojson: () => text('a.geojson', JSON.stringify(features())),
  geojsonseq: () => text('a.geojsonl', numbers.map((i) => JSON.stringify(feature(i))).join('\n')),
  topojson: () => {
    const geometries = numbers.map((i) => ({ ...place(i), properties: { name: i } }));
    const objects = { a: { type: 'GeometryCollection', geometries } };
    return text('a.topojson', JSON.stringify({ type: 'Topology', arcs: [], objects }));
  },
  flatgeobuf: () => [{ name: 'a.fgb', bytes: Uint8Array.from(serialize(features(), 4326)) }],
  dxf: () => {
    const points = numbers.map((i) => `0\nPOINT\n8\na\n10\n${i}\n20\n1\n`).join('');
    return text('a.dxf', `0\nSECTION\n2\nENTITIES\n${points}0\nENDSEC\n0\nEOF\n`);
  },
  wkt: () => text('a.wkt', numbers.map((i) => `POINT (${i} 1)`).join('\n')),
  shapefile: () => written('shapefile'),
  'zipped shapefile': () => written('shapefileZip'),
  kml: () => written('kml'),
  geopackage: () => written('geopackage'),
  xlsx: () => written('xlsx'),
};

class GivenUp extends Error {}

/** Reads a file and gives it up at a step; how many steps there were, and what came of it. */
async function readTo(parts: readonly SourceFile[], last: number) {
  const [source] = groupFiles(parts);
  if (!source) throw new Error('no file');
  let steps = 0;
  const pause = () => {
    steps += 1;
    return steps >= last ? Promise.reject(new GivenUp()) : Promise.resolve();
  };
  const outcome = await readSource(source, { pause }).catch((error: unknown) => error);
  return { steps, outcome };
}

describe('a file that nobody wants any more', () => {
  it.each(Object.keys(files))('is read no further and without a result: %s', async (format) => {
    const parts = await (files[format] as (typeof files)[string])();
    const whole = await readTo(parts, Infinity);
    expect(whole.outcome).toMatchObject({ layers: [{ rows: { length: rowCount } }] });
    expect(whole.steps).toBeGreaterThan(4);
    for (const last of [1, 3, whole.steps - 1]) {
      const { steps, outcome } = await readTo(parts, last);
      expect(outcome).toBeInstanceOf(GivenUp);
      expect(steps).toBe(last);
    }
    // The next one is read as if nothing had been.
    expect((await readTo(parts, Infinity)).outcome).toEqual(whole.outcome);
  });
});
