import { describe, expect, it } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { readGeoJson } from '#shared/formats/geojson/read.ts';

const read = (value: unknown) =>
  readGeoJson(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));
const point = { type: 'Point', coordinates: [116.3, 39.9, 55] };
const feature = (geometry: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  geometry,
  properties,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const first = (geometry: unknown) => read(collection(feature(geometry)))[0]?.rows[0];

function errorOf(run: () => unknown): { key: string; params: object } {
  try {
    run();
  } catch (error) {
    if (error instanceof FormatError) return { key: error.key, params: error.params };
    throw error;
  }
  return { key: 'nothing thrown', params: {} };
}

describe('readGeoJson', () => {
  it('takes a collection, a feature and a bare geometry, with or without a byte order mark', () => {
    const expected = { type: 'Point', coordinates: [116.3, 39.9] };
    for (const value of [collection(feature(point)), feature(point), point]) {
      expect(read(value)[0]?.rows[0]?.geometry).toEqual(expected);
      expect(read(`\ufeff${JSON.stringify(value)}`)[0]?.rows[0]?.geometry).toEqual(expected);
    }
  });

  it('gathers the properties of all features, nested ones as JSON, and the feature id', () => {
    const [table] = read(
      collection(
        { ...feature(point, { Name: '东门', at: [1, 2] }), id: 7 },
        feature(null, { code: 3, gone: null }),
        feature(point, null),
      ),
    );
    expect(table?.columns).toEqual(['Name', 'at', 'id', 'code', 'gone']);
    expect(table?.rows.map((row) => row.cells)).toEqual([
      ['东门', '[1,2]', 7, null, null],
      [null, null, null, 3, null],
      [null, null, null, null, null],
    ]);
    expect(table?.rows[1]).toMatchObject({ number: 2, geometry: null, problem: null });
  });

  it('names keys otherwise that reach into the prototype or are empty, loses none and says so', () => {
    const keys = '"__proto__":{"x":1},"a":1,"constructor":"c","constructor_":"d","":"e"';
    const [layer] = read(`{"type":"Feature","geometry":null,"properties":{${keys}}}`);
    expect(layer?.columns).toEqual(['__proto___', 'a', 'constructor__', 'constructor_', '_']);
    expect(layer?.rows[0]?.cells).toEqual(['{"x":1}', 1, 'c', 'd', 'e']);
    expect(layer?.problems).toEqual([
      {
        key: 'columnsNamed',
        params: {
          count: 3,
          names: '“__proto__” → __proto___、“constructor” → constructor__、“” → _',
        },
      },
    ]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('hands on the coordinate system that the file names, known or not', () => {
    const crs = (name: unknown) => ({
      ...collection(feature(point)),
      crs: { type: 'name', properties: { name } },
    });
    const idOf = (name: unknown) => read(crs(name))[0]?.crs?.id;
    expect(idOf('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe('EPSG:4326');
    expect(idOf('urn:ogc:def:crs:EPSG::4490')).toBe('EPSG:4490');
    expect(idOf('EPSG:4326')).toBe('EPSG:4326');
    expect(idOf('urn:ogc:def:crs:EPSG::4513')).toBe('EPSG:4513');
    expect(read(crs('EPSG:2269'))[0]?.crs).toEqual({ id: null, text: 'EPSG:2269', from: 'crs' });
    expect(read(crs({ odd: 1 }))[0]?.crs?.id).toBeNull();
    expect(read(collection(feature(point)))[0]?.crs).toBeNull();
  });

  it('unpacks collections of one kind and explains mixed ones', () => {
    const gather = (...geometries: unknown[]) => first({ type: 'GeometryCollection', geometries });
    expect(gather(point)?.geometry).toEqual({ type: 'Point', coordinates: [116.3, 39.9] });
    expect(gather(point, point)?.geometry?.type).toBe('MultiPoint');
    expect(gather()?.geometry).toBeNull();
    const line = {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    };
    expect(gather(point, line)?.problem).toBe('collection');
    const inner = { type: 'GeometryCollection', geometries: [point] };
    expect(gather(point, inner)?.geometry?.type).toBe('MultiPoint');
    expect(gather(line, inner)?.problem).toBe('collection');
    let deep: unknown = point;
    for (let i = 0; i < 100; i++) deep = { type: 'GeometryCollection', geometries: [deep] };
    expect(gather(deep)?.problem).toBe('collection');
  });

  it.each([
    [{ type: 'Point', coordinates: ['116', '39'] }],
    [{ type: 'Point', coordinates: [116] }],
    [{ type: 'Point' }],
    [{ type: 'Circle', coordinates: [1, 2] }],
    [{ type: 'toString', coordinates: [1, 2] }],
    [{ type: 'Polygon', coordinates: [[1, 2]] }],
    [{ type: 'Point', coordinates: [[[[1, 2]]]] }],
    ['POINT(1 2)'],
    [{ type: 'GeometryCollection' }],
  ])('keeps the row of a broken geometry with its reason: %j', (geometry) => {
    expect(first(geometry)).toMatchObject({ geometry: null, problem: 'badGeometry' });
  });

  it('keeps the row of what is no feature', () => {
    const [table] = read(collection(5, null, { type: 'Point' }));
    expect(table?.rows.map((row) => row.problem)).toEqual(['noFeature', 'noFeature', 'noFeature']);
  });

  it('parts a file of ours into its layers', () => {
    const tables = read(
      collection(
        feature(point, { layer: 'points', name: '东门' }),
        feature(point, { layer: 'issues', status: 'closed' }),
        feature(point, { layer: 'points', name: '西门' }),
      ),
    );
    expect(tables.map(({ layer, columns, rows }) => [layer, columns, rows.length])).toEqual([
      ['points', ['name'], 2],
      ['issues', ['status'], 1],
    ]);
    expect(read(collection(feature(point, { layer: '1F' })))[0]?.columns).toEqual(['layer']);
  });

  it.each([
    ['', 'format.empty'],
    ['{"type":', 'format.json.cut'],
    ['{"type":NaN}', 'format.json.noNumber'],
    ['[1]', 'format.geojson.notGeojson'],
    ['5', 'format.geojson.notGeojson'],
    ['{"a":1}', 'format.geojson.notGeojson'],
    ['{"type":"FeatureCollection"}', 'format.geojson.noFeatures'],
    ['{"type":"FeatureCollection","features":[]}', 'format.geojson.empty'],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'format.geojson.notGeojson'],
  ])('refuses %s', (text, key) => expect(errorOf(() => read(text)).key).toBe(key));

  it('survives properties nested deeper than any stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = `{"type":"Feature","geometry":${deep},"properties":{"deep":${deep},"a":1}}`;
    const row = read(text)[0]?.rows[0];
    expect(row?.problem).toBe('badGeometry');
    expect(row?.cells.at(-1)).toBe(1);
  });

  it('names the line and column where the JSON breaks', () => {
    const error = errorOf(() => read('{"type":"Feature",\n "a":1 "b":2}'));
    expect(error).toEqual({ key: 'format.json.at', params: { line: 2, column: 8 } });
    expect(errorOf(() => read('{"a":1,\n"b":NaN}')).params).toMatchObject({ line: 2, column: 5 });
    expect(errorOf(() => read('{"a":\n')).params).toEqual({ line: 2, column: 1 });
  });
});
