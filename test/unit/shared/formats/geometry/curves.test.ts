import type { Geometry, Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOfArcs } from '#shared/formats/geometry/curves.ts';
import { readWkb } from '#shared/formats/wkb/read-wkb.ts';
import { readWkt } from '#shared/formats/wkt/read-wkt.ts';
import { fixture, readFiles } from '../read-fixture.ts';

const geometryOf = (wkt: string): Geometry | null => {
  const answer = readWkt(wkt);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.geometry;
};

/** Well-known binary of parts: words of four bytes, and coordinates. */
function wkb(type: number, ...parts: (Uint8Array | number | Position)[]): Uint8Array {
  const bytes: number[] = [1, ...new Uint8Array(Uint32Array.of(type).buffer)];
  for (const part of parts) {
    if (typeof part === 'number') bytes.push(...new Uint8Array(Uint32Array.of(part).buffer));
    else if (part instanceof Uint8Array) bytes.push(...part);
    else bytes.push(...new Uint8Array(Float64Array.from(part).buffer));
  }
  return Uint8Array.from(bytes);
}

describe('arcs', () => {
  it('become chords that keep to them, whole circles too', () => {
    const half =
      lineOfArcs([
        [1, 0],
        [0, 1],
        [-1, 0],
      ]) ?? [];
    expect(half.length).toBeGreaterThan(20);
    for (const [x = 0, y = 0] of half) {
      expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
      expect(y).toBeGreaterThanOrEqual(0);
    }
    const whole =
      lineOfArcs([
        [0, 0],
        [2, 0],
        [0, 0],
      ]) ?? [];
    expect(whole[0]).toEqual(whole.at(-1));
    for (const [x = 0, y = 0] of whole) expect(Math.hypot(x - 1, y)).toBeCloseTo(1, 12);
  });

  it('are the same from either side, so that neighbours share every corner', () => {
    const place = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(place, place, place, (from, over, to) => {
        const there = lineOfArcs([from, over, to]) ?? [];
        const back = lineOfArcs([to, over, from]) ?? [];
        // Of a circle nobody knows which way it runs.
        if (from[0] !== to[0] || from[1] !== to[1]) expect(back.toReversed()).toEqual(there);
        expect(there.flat().every(Number.isFinite)).toBe(true);
        expect([there[0], there.at(-1)]).toEqual([from, to]);
      }),
    );
  });

  it('on a line are straight, and a string of them that breaks off is none', () => {
    expect(
      lineOfArcs([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(
      lineOfArcs([
        [0, 0],
        [1, 1],
      ]),
    ).toBeNull();
  });
});

describe('curved geometries', () => {
  it('are read from well-known text', () => {
    const area = geometryOf(
      'CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(0 0,5 5,10 0),(10 0,0 0)),(4 1,6 1,5 2,4 1))',
    );
    expect(area?.type).toBe('Polygon');
    const rings = area?.type === 'Polygon' ? area.coordinates : [];
    expect(rings).toHaveLength(2);
    expect(rings[0]?.[0]).toEqual(rings[0]?.at(-1));
    expect(Math.max(...(rings[0] ?? []).map(([, y = 0]) => y))).toBeCloseTo(5, 2);
    expect(geometryOf('MULTISURFACE(((0 0,1 0,1 1,0 0)),CURVEPOLYGON((2 2,3 2,3 3,2 2)))')).toEqual(
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
          [
            [
              [2, 2],
              [3, 2],
              [3, 3],
              [2, 2],
            ],
          ],
        ],
      },
    );
    expect(geometryOf('TIN Z(((0 0 0,0 1 0,1 1 0,0 0 0)))')?.type).toBe('MultiPolygon');
    expect(geometryOf('MULTICURVE((0 0,1 1),CIRCULARSTRING(0 0,1 1,2 0))')?.type).toBe(
      'MultiLineString',
    );
    for (const bad of [
      'CURVEPOLYGON(POINT(1 1))',
      'COMPOUNDCURVE(POLYGON((0 0,1 1,1 0,0 0)))',
      `${'COMPOUNDCURVE('.repeat(1e5)}`,
    ]) {
      expect(readWkt(bad)).toEqual({ problem: 'badGeometry' });
    }
  });

  it('are read from well-known binary', () => {
    const arcs = wkb(8, 3, [0, 0], [5, 5], [10, 0]);
    const straight = wkb(2, 2, [10, 0], [0, 0]);
    const compound = wkb(9, 2, arcs, straight);
    const area = wkb(10, 1, compound);
    expect(readWkb(area)).toEqual({
      geometry: geometryOf('CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(0 0,5 5,10 0),(10 0,0 0)))'),
    });
    expect(readWkb(wkb(12, 1, area))).toMatchObject({ geometry: { type: 'MultiPolygon' } });
    const triangle = wkb(17, 1, 4, [0, 0], [1, 0], [1, 1], [0, 0]);
    expect(readWkb(wkb(16, 1, triangle))).toMatchObject({ geometry: { type: 'MultiPolygon' } });
    for (const bad of [
      wkb(9, 4e9),
      wkb(10, 1, triangle),
      wkb(8, 2, [0, 0], [1, 1]),
      wkb(12, 1, straight),
    ]) {
      expect(readWkb(bad)).toEqual({ problem: 'badGeometry' });
    }
  });

  it.each(['curves.gpkg', 'curves.fgb'])('are read from %s by GDAL, and told', async (name) => {
    const [layer] = await readFiles([fixture(`gdal/${name}`)]);
    const types = layer?.rows.map(({ geometry }) => geometry?.type);
    expect(types).toEqual(['Polygon', 'LineString', 'MultiPolygon']);
    expect(layer?.problems).toEqual([{ key: 'curvesDrawn', params: { count: 5 } }]);
  });
});
