import { area, buffer, circle, feature, featureCollection, intersect } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { toArea } from '#shared/geo/clip.ts';
import { pointSegmentDistance } from '#shared/geo/segment-distance.ts';
import { bandGround, discGround } from '#shared/topology/round-ground.ts';

const roundOf = (radius: number) => 32 * radius * radius * Math.sin(Math.PI / 32);

describe('the ground along a line', () => {
  //  .---------.
  // (  o-----o  )    a box and two half circles
  //  '---------'
  it('is a box with round ends', () => {
    const [band] = bandGround(
      [
        [
          [0, 0],
          [100, 0],
        ],
      ],
      10,
      true,
    );
    expect(areaM2(band!, true)).toBeCloseTo(2000 + roundOf(10), 1);
    expect(band?.coordinates).toHaveLength(1);
  });

  // +-----+
  // |o---o|
  // ||+-+||    a road round a square leaves a hole, and no seam where it closes
  // |o---o|
  // +-----+
  it('closes round a square', () => {
    const road: Position[] = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ];
    const [band, ...others] = bandGround([road], 5, true);
    expect(others).toEqual([]);
    expect(band?.coordinates).toHaveLength(2);
    expect(areaM2(band!, true)).toBeCloseTo(4000 - 100 + roundOf(5), 0);
  });

  it('is none without length, and in pieces for lines apart', () => {
    expect(
      bandGround(
        [
          [[5, 5]],
          [
            [1, 1],
            [1, 1],
          ],
          [],
        ],
        5,
        true,
      ),
    ).toEqual([]);
    expect(
      bandGround(
        [
          [
            [0, 0],
            [9, 0],
          ],
          [
            [50, 0],
            [60, 0],
          ],
        ],
        5,
        true,
      ),
    ).toHaveLength(2);
  });

  const place = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
  const lines = fc.array(fc.array(place, { minLength: 2, maxLength: 6 }), {
    minLength: 1,
    maxLength: 3,
  });

  it('holds the places near the lines and no others', () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(place, { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (given, places, half) => {
          const ground = toArea(bandGround(given, half, true));
          const index = ground && new AreaIndex(ground);
          for (const at of places) {
            const away = Math.min(
              ...given.flatMap((line) =>
                line.slice(1).map((b, i) => {
                  const length = Math.hypot(b[0] - line[i]![0], b[1] - line[i]![1]);
                  return length === 0 ? Infinity : pointSegmentDistance(at, line[i]!, b);
                }),
              ),
            );
            const place = index?.locate(at, 1e-9) ?? 'outside';
            if (away < half * Math.cos(Math.PI / 64) - 0.01) expect(place).toBe('inside');
            if (away > half + 0.01) expect(place).toBe('outside');
          }
        },
      ),
    );
  });

  it('is what Turf makes of it on the sphere', () => {
    const inDegrees = lines.map((given) =>
      given.map((line) => line.map(([x, y]): Position => [116.3 + x / 1e5, 39.9 + y / 1e5])),
    );
    fc.assert(
      fc.property(inDegrees, fc.integer({ min: 3, max: 60 }), (given, half) => {
        const long = given.filter((line) => new Set(line.map(String)).size > 1);
        fc.pre(long.length > 0);
        const own = toArea(bandGround(long, half, false))!;
        const options = { units: 'meters', steps: 16 } as const;
        const witness = buffer({ type: 'MultiLineString', coordinates: long }, half, options)!;
        const both = intersect(
          featureCollection([feature(own), witness as ReturnType<typeof feature<MultiPolygon>>]),
        );
        // Turf's band is made on a plane that is true in one place.
        expect(area(both!) / area(witness)).toBeGreaterThan(0.995);
        expect(area(both!) / area(own)).toBeGreaterThan(0.995);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the ground round a position', () => {
  it.each([0, 39.9, 80])('is a circle at %d°', (latitude) => {
    const [disc] = discGround([116.3, latitude], 500, false);
    const witness = circle([116.3, latitude], 500, { units: 'meters', steps: 64 });
    expect(areaM2(disc!, false) / area(witness)).toBeCloseTo(1, 3);
    const [flat] = discGround([5, 5], 500, true);
    expect(areaM2(flat!, true)).toBeCloseTo(roundOf(500), -1);
  });
});
