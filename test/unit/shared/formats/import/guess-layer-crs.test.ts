import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { crsHints } from '#shared/formats/import/crs-hints.ts';
import { guessLayerCrs } from '#shared/formats/import/guess-layer-crs.ts';
import { crsConverter } from '#shared/geo/crs/converter.ts';
import { readText } from '#test/unit/shared/formats/read-fixture.ts';

const folder = join(import.meta.dirname, '../../../../fixtures/beijing');
const outline = JSON.parse(
  readFileSync(join(folder, 'xicheng-outline.geojson'), 'utf8'),
) as FeatureCollection<Polygon>;
const reference = outline.features.map(({ geometry }) => geometry);

describe('guessLayerCrs', () => {
  it('takes the columns of a sheet for positions, metres and swapped headings too', async () => {
    const converter = await crsConverter('EPSG:4548');
    const places = [
      [116.35, 39.9],
      [116.36, 39.91],
      [116.37, 39.89],
    ];
    // Surveyors call the northing X.
    const rows = places.map((place, i) => {
      const [east = 0, north = 0] = converter?.fromWgs84(place) ?? [];
      return `点${i},${north.toFixed(3)},${east.toFixed(3)}`;
    });
    const [layer] = await readText('台账.csv', ['名称,X坐标,Y坐标', ...rows].join('\n'));
    if (!layer) throw new Error('no layer');
    const [best] = await guessLayerCrs(layer, '台账.csv', reference);
    expect(best).toMatchObject({ crs: 'EPSG:4548', swapped: true, inside: 1 });
  });

  it('hears what headings and names of files say', async () => {
    const [layer] = await readText('a.csv', '名称,百度经度,百度纬度\n东门,116.36,39.9');
    if (!layer) throw new Error('no layer');
    const [best] = await guessLayerCrs(layer, 'a.csv', []);
    expect(best).toMatchObject({ crs: 'BD-09', hinted: true, trust: 'likely' });
    expect(crsHints(['高德POI.xlsx', '经度(GCJ-02)'])).toEqual(['GCJ-02']);
    expect(crsHints(['边界_EPSG4527', 'CGCS2000坐标'])).toEqual(['EPSG:4527', 'EPSG:4490']);
    expect(crsHints(['名称', '负责人'])).toEqual([]);
  });
});
