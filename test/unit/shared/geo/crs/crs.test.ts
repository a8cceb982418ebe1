import fc from 'fast-check';
import gcoord from 'gcoord';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { crsConverter } from '#shared/geo/crs/converter.ts';
import { crsNamed } from '#shared/geo/crs/crs-named.ts';
import { crsOfWkt } from '#shared/geo/crs/crs-of-wkt.ts';
import { findCrs } from '#shared/geo/crs/crs.ts';
import { fitLocalFrame, fromLocal, localFrameOf } from '#shared/geo/crs/local-frame.ts';
import { wktOfCrs } from '#shared/geo/crs/wkt-of-crs.ts';
import { distanceM } from '#shared/geo/distance-m.ts';

const beijing: Position = [116.397, 39.909];

async function converter(id: string) {
  const found = await crsConverter(id);
  if (!found) throw new Error(id);
  return found;
}

describe('coordinate systems', () => {
  it('knows the whole series of Chinese EPSG codes', () => {
    for (let code = 4491; code <= 4554; code++) expect(findCrs(`EPSG:${code}`)).not.toBeNull();
    expect(findCrs('EPSG:4527')?.name).toEqual({
      key: 'cgcs2000Zone',
      params: expect.objectContaining({ width: 3, zone: 39, meridian: 117 }),
    });
    expect(findCrs('EPSG:4548')?.name.params).toMatchObject({ width: 3, meridian: 117 });
    expect(findCrs('EPSG:4498')?.name.params).toMatchObject({ width: 6, zone: 20, meridian: 117 });
    expect(findCrs('EPSG:2385')?.name.params).toMatchObject({ width: 3, meridian: 120 });
    expect(findCrs('EPSG:9999')).toBeNull();
  });

  it('lays the central meridian on 500 km and the parallel on its arc', async () => {
    // The arc of the meridian from the equator to 40° N on GRS 80 is 4,429,529.03 m (Snyder 1987).
    const { fromWgs84 } = await converter('EPSG:4527');
    const [east = 0, north = 0] = fromWgs84([117, 40]);
    expect(east).toBeCloseTo(39_500_000, 3);
    expect(north).toBeCloseTo(4_429_529.03, 1);
    const utm = await converter('EPSG:32650');
    expect((utm.fromWgs84([117, 40])[1] ?? 0) / north).toBeCloseTo(0.9996, 9);
  });

  it.each([
    'GCJ-02',
    'BD-09',
    'BD-09MC',
    'EPSG:4527',
    'EPSG:4548',
    'EPSG:32650',
    'EPSG:3857',
    'EPSG:4214',
    'EPSG:2431',
    'EPSG:4610',
  ])('comes back from %s to less than a step of the grid', async (id) => {
    const { fromWgs84, toWgs84 } = await converter(id);
    // Baidu's metres are reckoned by two polynomials that agree to some centimetres only, and
    // proj4 stops at half a millimetre when it goes from one ellipsoid to another.
    const digits = id === 'BD-09MC' ? 5 : ['EPSG:4214', 'EPSG:2431'].includes(id) ? 7 : 8;
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 114, max: 119, noNaN: true }),
        fc.double({ min: 22, max: 45, noNaN: true }),
        async (x, y) => {
          const [lon = 0, lat = 0] = toWgs84(fromWgs84([x, y]));
          expect(lon).toBeCloseTo(x, digits);
          expect(lat).toBeCloseTo(y, digits);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('moves GCJ-02 by hundreds of metres, and as gcoord does', async () => {
    const { fromWgs84, toWgs84 } = await converter('GCJ-02');
    const moved = distanceM(beijing, fromWgs84(beijing));
    expect(moved).toBeGreaterThan(300);
    expect(moved).toBeLessThan(800);
    const theirs = gcoord.transform([116.397, 39.909], gcoord.GCJ02, gcoord.WGS84);
    expect(distanceM(theirs, toWgs84(beijing))).toBeLessThan(1);
  });

  it('moves Beijing 1954 by tens of metres', async () => {
    const { toWgs84 } = await converter('EPSG:4214');
    const moved = distanceM(beijing, toWgs84(beijing));
    expect(moved).toBeGreaterThan(20);
    expect(moved).toBeLessThan(200);
  });

  it.each([
    ['EPSG:4527', 'EPSG:4527'],
    ['4490', 'EPSG:4490'],
    ['urn:ogc:def:crs:EPSG::4548', 'EPSG:4548'],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 'EPSG:4326'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['gcj02', 'GCJ-02'],
    ['高德', 'GCJ-02'],
    ['BD09', 'BD-09'],
    ['百度', 'BD-09'],
    ['CGCS2000', 'EPSG:4490'],
    ['CGCS2000_3_Degree_GK_Zone_39', 'EPSG:4527'],
    ['CGCS2000_3_Degree_GK_CM_117E', 'EPSG:4548'],
    ['Xian_1980_GK_CM_117E', 'EPSG:2345'],
    ['Beijing 1954 / 3-degree Gauss-Kruger zone 39', 'EPSG:2415'],
    ['UTM 50N', 'EPSG:32650'],
    ['WGS_1984_UTM_Zone_50N', 'EPSG:32650'],
    ['somewhere', null],
    ['EPSG:99999', null],
  ])('takes %s for %s', (text, id) => expect(crsNamed(text)).toBe(id));

  it('reads its own definitions back, and names those of others by their figures', () => {
    for (const id of [
      'EPSG:4326',
      'EPSG:4490',
      'EPSG:4610',
      'EPSG:4214',
      'EPSG:4527',
      'EPSG:4548',
      'EPSG:4498',
      'EPSG:2415',
      'EPSG:32650',
      'EPSG:32718',
      'EPSG:3857',
      'GCJ-02',
      'BD-09',
    ]) {
      expect(crsOfWkt(wktOfCrs(id) ?? '').id).toBe(id);
    }
    const renamed = (wktOfCrs('EPSG:4527') ?? '').replace(
      'CGCS2000_3_Degree_GK_Zone_39',
      'MyProjection',
    );
    expect(crsOfWkt(renamed)).toEqual({ id: 'EPSG:4527', name: 'MyProjection' });
    const city = renamed.replace('"Central_Meridian",117', '"Central_Meridian",116.35');
    expect(crsOfWkt(city).id).toBe(`WKT:${city}`);
    expect(crsOfWkt('LOCAL_CS["Undefined"]').id).toBeNull();
  });

  it('does without a definition that proj4 does not understand', async () => {
    expect(await crsConverter('WKT:PROJCS["x",GEOGCS["y"]]')).toBeNull();
    expect(await crsConverter('PROJ:+proj=nonsense')).toBeNull();
    expect(await crsConverter('nonsense')).toBeNull();
  });
});

describe('local metres by control points', () => {
  const frame = (angle: number, scale: number, [x0 = 0, y0 = 0]: Position) => {
    const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)];
    return `LOCAL:${[a, b, x0, y0, ...beijing, 0].join(',')}`;
  };
  const place = (id: string, at: Position) => fromLocal(localFrameOf(id) ?? neverFrame(), at);

  it('finds turn, scale and shift from two points', () => {
    const truth = frame(0.3, 1.0001, [120, -40]);
    const points = [
      [0, 0],
      [1000, 0],
    ].map((from) => ({ from, to: place(truth, from) }));
    const fitted = fitLocalFrame(points);
    if ('refused' in fitted) throw new Error(fitted.refused);
    expect(fitted.scale).toBeCloseTo(1.0001, 4);
    expect(distanceM(place(fitted.id, [300, 700]), place(truth, [300, 700]))).toBeLessThan(0.01);
  });

  it('finds the order of the axes from three, and shows the point that is wrong', () => {
    const truth = frame(0, 1, [0, 0]);
    const corners = [
      [0, 0],
      [900, 100],
      [200, 800],
      [700, 700],
    ];
    const points = corners.map(([x = 0, y = 0]) => ({ from: [y, x], to: place(truth, [x, y]) }));
    const fitted = fitLocalFrame(points);
    if ('refused' in fitted) throw new Error(fitted.refused);
    expect(Math.max(...fitted.residualsM)).toBeLessThan(0.03);
    expect(distanceM(place(fitted.id, [50, 400]), place(truth, [400, 50]))).toBeLessThan(0.03);
    const wrong = points.map((point, i) => (i === 0 ? { ...point, from: [60, 0] } : point));
    const bent = fitLocalFrame(wrong);
    expect('refused' in bent ? 0 : Math.max(...bent.residualsM)).toBeGreaterThan(10);
  });

  it.each([
    [[{ from: [0, 0], to: beijing }], 'tooFew'],
    [
      [
        { from: [0, 0], to: beijing },
        { from: [0, 0], to: [116.4, 39.9] },
      ],
      'samePlace',
    ],
    [
      [
        { from: [0, 0], to: beijing },
        { from: [9, 9], to: [121, 31] },
      ],
      'tooFar',
    ],
    [
      [
        { from: [0, Number.NaN], to: beijing },
        { from: [9, 9], to: [121, 31] },
      ],
      'badNumber',
    ],
  ])('refuses %j: %s', (points, reason) => {
    expect(fitLocalFrame(points)).toEqual({ refused: reason });
  });
});

function neverFrame(): never {
  throw new Error('no frame');
}
