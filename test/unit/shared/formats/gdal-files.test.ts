import { describe, expect, it } from 'vitest';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { fixture, fixtures, readFiles, readText, refusal } from './read-fixture.ts';

const code = 110_101_199_003_078_889n;

describe('files that GDAL wrote', () => {
  it('reads a FlatGeobuf of one feature, whose index has a root above it', async () => {
    const [layer] = await readFiles([fixture('gdal/one-feature.fgb')]);
    expect(layer?.rows).toMatchObject([{ geometry: { type: 'Point', coordinates: [116, 39.9] } }]);
  });

  it('keeps every digit of a long code in a FlatGeobuf, and leaves pictures', async () => {
    const [layer] = await readFiles([fixture('gdal/long-codes.fgb')]);
    expect(layer?.columns).toEqual(['code', 'when', 'bin', 'share']);
    expect(layer?.rows.map(({ cells }) => cells)).toEqual([
      [String(code), '2024-03-01T12:30:00', null, 0.5],
      [42, '2024-03-01T12:30:00', null, 0.5],
    ]);
  });

  it('says that a GeoPackage is open elsewhere, and keeps long codes and rows of bad shapes', async () => {
    const [layer] = await readFiles([fixture('gdal/left-open.gpkg')]);
    expect(layer?.problems).toEqual([{ key: 'openElsewhere', params: {} }]);
    expect(layer?.rows.map(({ cells, problem }) => [cells[0], problem])).toEqual([
      [String(code), null],
      [42, null],
      [null, 'badGeometry'],
    ]);
  });

  it('takes over what the log beside an open GeoPackage holds', async () => {
    const names = ([layer]: SourceLayer[]) => layer?.rows.map(({ cells }) => cells[0]);
    const [main, log] = fixtures('gdal/with-log.gpkg', 'gdal/with-log.gpkg-wal');
    expect(names(await readFiles([main!]))).toEqual(['渠', '路']);
    const whole = await readFiles([log!, main!]);
    expect(names(whole)).toEqual(['渠（改）', '再改']);
    expect(whole[0]?.problems.map(({ key }) => key)).toEqual(['heightsLeft', 'measuresLeft']);
  });

  it('takes a date of zeros for none', async () => {
    const [layer] = await readFiles(fixtures('gdal/no-date.shp', 'gdal/no-date.dbf'));
    expect(layer?.rows.map(({ cells }) => cells[0])).toEqual(['2024-03-01', null]);
  });
});

describe('texts of other programs', () => {
  const feature = (id: number) =>
    JSON.stringify({ type: 'Feature', properties: { id }, geometry: null }, null, 2);

  it('reads features of several lines behind record separators', async () => {
    const text = [1, 2].map((id) => `\u001e${feature(id)}\n`).join('');
    const [layer] = await readText('a.geojsons', text);
    expect(layer?.rows.map(({ cells, problem }) => [cells[0], problem])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('keeps every digit of a long code that stands without quotes', async () => {
    const text = `{"type":"Feature","properties":{"code":${code},"round":9007199254740992,"s":"[1234567890123456789]"},"geometry":null}`;
    const [layer] = await readText('a.geojson', text);
    expect(layer?.rows[0]?.cells).toEqual([String(code), 2 ** 53, '[1234567890123456789]']);
  });

  it('reads a MultiGeometry within another', async () => {
    const point = '<Point><coordinates>116,39</coordinates></Point>';
    const text = `<kml><Placemark><MultiGeometry>${point}<MultiGeometry>${point}</MultiGeometry></MultiGeometry></Placemark></kml>`;
    const [layer] = await readText('a.kml', text);
    expect(layer?.rows[0]?.geometry?.type).toBe('MultiPoint');
  });

  it.each([
    ['password.zip', 'format.zip.encrypted'],
    ['bzip2.zip', 'format.zip.otherMethod'],
  ])('says why %s cannot be unpacked', async (name, key) => {
    expect((await refusal(() => readFiles([fixture(name)]))).key).toBe(key);
  });
});
