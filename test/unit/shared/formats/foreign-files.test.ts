import { describe, expect, it } from 'vitest';
import { fixture, fixtures, readFiles, readText, refusal } from './read-fixture.ts';

describe('files of other programs', () => {
  it('reads a shapefile with the encoding of its language id and the system of its .prj', async () => {
    const [layer] = await readFiles(
      fixtures('chinese.shp', 'chinese.dbf', 'chinese.shx', 'chinese.prj'),
    );
    expect(layer).toMatchObject({
      layer: 'chinese',
      columns: ['NAME'],
      crs: { id: 'EPSG:4326', from: '.prj' },
      encoding: { encoding: 'gb18030', from: 'languageId' },
      problems: [],
    });
    expect(layer?.rows[0]).toMatchObject({ cells: ['简体'], geometry: { type: 'Point' } });
  });

  it.each([
    ['big5.dbf', ['big5.cpg'], '國語', 'big5', 'cpg'],
    ['big5.dbf', [], '國語', 'big5', 'bytes'],
    ['gbk.dbf', [], '简体国语', 'gb18030', 'bytes'],
    ['latin1.dbf', [], 'Peçeña México', 'windows-1252', 'bytes'],
  ])('reads %s beside %j', async (name, besides, text, encoding, from) => {
    const [layer] = await readFiles(fixtures(name, ...besides));
    expect(layer?.rows[0]?.cells[0]).toBe(text);
    expect(layer?.encoding).toEqual({ encoding, from });
  });

  it('takes the word of the user over all evidence', async () => {
    const [layer] = await readFiles([fixture('gbk.dbf')], { encoding: 'Big5' });
    expect(layer?.encoding).toEqual({ encoding: 'big5', from: 'override' });
    const error = await refusal(() => readFiles([fixture('gbk.dbf')], { encoding: '乱码' }));
    expect(error.key).toBe('format.badEncoding');
  });

  it('reads a shapefile whose records stand apart by its index', async () => {
    const name = 'data_corruption_error';
    const [layer] = await readFiles(fixtures(`${name}.shp`, `${name}.shx`, `${name}.dbf`));
    expect(layer?.rows.map(({ geometry }) => geometry?.type)).toEqual(
      Array.from({ length: 8 }, () => 'LineString'),
    );
  });

  it('keeps the row of a shape whose coordinates are no numbers', async () => {
    const name = 'invalid_coordinates';
    const [layer] = await readFiles(fixtures(`${name}.shp`, `${name}.dbf`));
    expect(layer?.rows[0]).toMatchObject({ geometry: null, problem: 'badGeometry' });
  });

  it('reads a zipped shapefile and a KMZ', async () => {
    const [stations] = await readFiles([fixture('train_stations.zip')]);
    expect(stations?.rows).toHaveLength(361);
    expect(stations?.crs?.id).toMatch(/^WKT:PROJCS/);
    const [places] = await readFiles([fixture('Albania.kmz')]);
    expect(places?.rows).toHaveLength(63);
    expect(places?.rows[0]?.cells[0]).toBe('KE-839');
  });

  it('tells apart the systems of 奥维 and takes its folders for layers', async () => {
    const layers = await readFiles([fixture('ovital.ovkml')]);
    expect(layers.map(({ layer, crs, rows }) => [layer, crs?.id, rows.length])).toEqual([
      ['点位', 'GCJ-02', 1],
      ['点位', 'EPSG:4490', 1],
      ['片区', 'GCJ-02', 1],
    ]);
    expect(layers[2]?.columns).toEqual(['name', '责任人']);
    expect(layers[2]?.rows[0]?.geometry).toMatchObject({ type: 'Polygon' });
    expect(layers[2]?.rows[0]?.geometry).toHaveProperty('coordinates.length', 2);
  });

  it('reads a GeoPackage and says that it names no system', async () => {
    const [layer] = await readFiles([fixture('null_crs_gdal.gpkg')]);
    expect(layer?.rows).toHaveLength(1);
    expect(layer?.rows[0]?.geometry?.type).toBe('MultiPolygon');
    expect(layer?.crs).toEqual({
      id: null,
      text: 'Undefined SRS',
      from: 'gpkg_spatial_ref_sys',
    });
  });

  it('reads every object of a TopoJSON as a layer', async () => {
    const layers = await readFiles([fixture('districts.topojson')]);
    expect(layers.map(({ layer, rows }) => [layer, rows.length])).toEqual([
      ['streets', 2],
      ['stations', 1],
    ]);
    expect(layers[0]?.rows[0]?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [116, 39],
          [116, 39.1],
          [116.1, 39.1],
          [116.1, 39],
          [116, 39],
        ],
      ],
    });
  });

  it('reads a drawing with its layers, arcs, blocks and GBK texts', async () => {
    const layers = await readFiles([fixture('plan-gbk.dxf')]);
    expect(layers.map(({ layer }) => layer)).toEqual(['片区', '树木', '注记']);
    expect(layers[0]?.encoding).toEqual({ encoding: 'gb18030', from: 'declaration' });
    expect(layers[0]?.problems).toEqual([{ key: 'dxfLeft', params: { kinds: 'SPLINE 1' } }]);
    const area = layers[0]?.rows[0]?.geometry;
    if (area?.type !== 'Polygon') throw new Error('no area');
    const xs = (area.coordinates[0] ?? []).map(([x = 0]) => x);
    // The arc between the second and the third corner bulges 50 m to the east.
    expect(Math.max(...xs)).toBeCloseTo(500_150, 0);
    const tree = layers[1]?.rows[0]?.geometry;
    if (tree?.type !== 'Polygon') throw new Error('no tree');
    // A circle of 2 m, inserted at twice its size.
    expect(Math.max(...(tree.coordinates[0] ?? []).map(([x = 0]) => x))).toBeCloseTo(500_054, 6);
    expect(layers[2]?.rows[0]?.cells).toContain('第一片\n二行');
  });

  it('reads lines of GeoJSON, and texts of WKT', async () => {
    const feature = (x: number) =>
      JSON.stringify({
        type: 'Feature',
        properties: { n: x },
        geometry: { type: 'Point', coordinates: [x, 1] },
      });
    const [lines] = await readText('a.json', `${feature(1)}\n${feature(2)}\nbroken\n`);
    expect(lines?.rows.map(({ cells, problem }) => [cells[0], problem])).toEqual([
      [1, null],
      [2, null],
      [null, 'noFeature'],
    ]);
    const [wkt] = await readText(
      'a.txt',
      'SRID=4490;POINT (116 39)\nPOLYGON ((1 1, 2 1, 2 2, 1 1))',
    );
    expect(wkt?.crs?.id).toBe('EPSG:4490');
    expect(wkt?.rows.map(({ geometry }) => geometry?.type)).toEqual(['Point', 'Polygon']);
  });

  it.each([
    ['a.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'format.isXls'],
    ['a.dwg', [...new TextEncoder().encode('AC1032 x')], 'format.isDwg'],
    ['a.pdf', [...new TextEncoder().encode('%PDF-1.7')], 'format.isPdf'],
    ['a.rar', [...new TextEncoder().encode('Rar!xxxx')], 'format.isArchive'],
    ['a.kml', [...new TextEncoder().encode('<!DOCTYPE html><html>')], 'format.isHtml'],
    ['a.shp', [...new TextEncoder().encode('<gml:FeatureCollection/>')], 'format.isGml'],
    ['a.csv', [], 'format.empty'],
    ['a.hengzong', [1], 'format.isProject'],
    ['a.bin', [1, 2, 3, 4, 5], 'format.unknown'],
    ['a.prj', [...new TextEncoder().encode('GEOGCS["WGS 84"]')], 'format.isPart'],
  ])('says what %s is and what to do', async (name, bytes, key) => {
    const error = await refusal(() => readFiles([{ name, bytes: Uint8Array.from(bytes) }]));
    expect([error.key, error.file]).toEqual([key, name]);
  });

  it('goes by content where the suffix lies', async () => {
    const { bytes } = fixture('Albania.kmz');
    expect((await readFiles([{ name: 'a.kml', bytes }]))[0]?.rows).toHaveLength(63);
    const json = '\ufeff {"type":"Feature","geometry":null,"properties":{"a":1}}';
    expect((await readText('a.csv', json))[0]?.columns).toEqual(['a']);
  });
});
