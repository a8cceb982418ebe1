import { describe, expect, it } from 'vitest';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { fixtures, readFiles, readText } from '#test/unit/shared/formats/read-fixture.ts';

/** What the reader says of heights and measures. */
function leftOf([layer]: SourceLayer[]): Record<string, unknown> {
  const said = layer?.problems.map(({ key, params }) => [key, params['count']]) ?? [];
  return Object.fromEntries(said.filter(([key]) => key !== 'dbfMissing')) as Record<
    string,
    unknown
  >;
}

const kml = (geometry: string) =>
  `<kml xmlns:gx="x"><Placemark><name>渠</name>${geometry}</Placemark></kml>`;

describe('heights and measures that are left out are counted', () => {
  it.each([
    ['heights-lines.shp', { heightsLeft: 2, measuresLeft: 2 }],
    ['heights-points.shp', { heightsLeft: 1 }],
    ['heights-multipoints.shp', { heightsLeft: 2 }],
    ['heights.gpkg', { heightsLeft: 2, measuresLeft: 2 }],
    ['heights.fgb', { heightsLeft: 2, measuresLeft: 2 }],
    ['heights.dxf', { heightsLeft: 2 }],
  ])('in %s by GDAL', async (name, left) => {
    const layers = await readFiles(fixtures(`gdal/${name}`));
    expect(leftOf(layers)).toEqual(left);
    // What lies on the ground stays as it was.
    const [first] = layers[0]?.rows ?? [];
    expect(JSON.stringify(first?.geometry)).not.toMatch(/12|13\.5/);
  });

  it('in GeoJSON, lines of it and TopoJSON, those of collections too', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [116, 39, 5],
        [116.1, 39, 0],
        [117, 39],
      ],
    };
    const geometry = { type: 'GeometryCollection', geometries: [line, line] };
    const feature = { type: 'Feature', properties: {}, geometry };
    const collection = { type: 'FeatureCollection', features: [feature] };
    expect(leftOf(await readText('a.geojson', JSON.stringify(collection)))).toEqual({
      heightsLeft: 2,
    });
    const lines = `${JSON.stringify(feature)}\n${JSON.stringify(feature)}\n`;
    expect(leftOf(await readText('a.geojsonl', lines))).toEqual({ heightsLeft: 4 });
    const topology = {
      type: 'Topology',
      objects: { a: { type: 'LineString', arcs: [0] } },
      arcs: [line.coordinates],
    };
    expect(leftOf(await readText('a.topojson', JSON.stringify(topology)))).toEqual({
      heightsLeft: 1,
    });
  });

  it('in KML, those of a track too; nought is none', async () => {
    const line = (text: string) =>
      readText('a.kml', kml(`<LineString><coordinates>${text}</coordinates></LineString>`));
    expect(leftOf(await line('116,39,30 116.1,39,0 116.2,39'))).toEqual({ heightsLeft: 1 });
    expect(leftOf(await line('116,39,0 116.1,39,0'))).toEqual({});
    const track =
      '<gx:Track><gx:coord>116 39 4</gx:coord><gx:coord>116.1 39 5</gx:coord></gx:Track>';
    expect(leftOf(await readText('a.kml', kml(track)))).toEqual({ heightsLeft: 2 });
  });

  it.each([
    ['POINT Z (116 39 7)', { heightsLeft: 1 }],
    ['POINT (116 39 7)', { heightsLeft: 1 }],
    ['POINTM(116 39 7)', { measuresLeft: 1 }],
    ['LINESTRING ZM (116 39 7 1, 117 39 0 2)', { heightsLeft: 1, measuresLeft: 2 }],
    ['GEOMETRYCOLLECTION M (POINT M (116 39 7), POINT M (116 40 8))', { measuresLeft: 2 }],
    ['POINT (116 39)', {}],
  ])('in well-known text: %s', async (text, left) => {
    expect(leftOf(await readText('a.wkt', text))).toEqual(left);
    expect(leftOf(await readText('a.csv', `name,shape\n甲,"${text}"\n`))).toEqual(left);
  });

  it('in well-known binary of a table', async () => {
    // POINT Z (116 39 7) of PostGIS.
    const bytes = new DataView(new ArrayBuffer(29));
    bytes.setUint8(0, 1);
    bytes.setUint32(1, 0x80000001, true);
    [116, 39, 7].forEach((value, i) => bytes.setFloat64(5 + 8 * i, value, true));
    const hex = Buffer.from(bytes.buffer).toString('hex');
    const layers = await readText('a.csv', `name,shape\n甲,${hex}\n`);
    expect(layers[0]?.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [116, 39] });
    expect(leftOf(layers)).toEqual({ heightsLeft: 1 });
  });

  it.each([
    ['a line', '0\nLINE\n10\n0\n20\n0\n30\n5\n11\n1\n21\n1\n31\n6', 2],
    ['a light polyline', '0\nLWPOLYLINE\n38\n4\n10\n0\n20\n0\n10\n1\n20\n1\n10\n2\n20\n0', 3],
    [
      'a polyline with a height for all',
      '0\nPOLYLINE\n30\n9\n0\nVERTEX\n10\n0\n20\n0\n0\nVERTEX\n10\n1\n20\n1\n0\nSEQEND',
      2,
    ],
    ['a point on the plane', '0\nPOINT\n10\n0\n20\n0\n30\n0', 0],
  ])('in a drawing: %s', async (_, thing, count) => {
    const text = `0\nSECTION\n2\nENTITIES\n${thing}\n0\nENDSEC\n0\nEOF\n`;
    expect(leftOf(await readText('a.dxf', text))).toEqual(count > 0 ? { heightsLeft: count } : {});
  });
});
