import { booleanPointInPolygon, multiPolygon, polygon as turfPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { innerPlace } from '#shared/geo/inner-place.ts';
import { box, polygon } from '#test/unit/shared/checks/given.ts';

const star = (x: number, radii: number[]): Position[] => {
  const ring = radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [x + (radius / 1e5) * Math.cos(angle), 40 + (radius / 1e5) * Math.sin(angle)];
  });
  return [...ring, ring[0] ?? []];
};
const radii = fc.array(fc.integer({ min: 40, max: 900 }), { minLength: 3, maxLength: 40 });

describe('innerPlace', () => {
  it('lies inside, whatever the shape, and never in a hole', () => {
    fc.assert(
      fc.property(radii, fc.boolean(), (a, hole) => {
        const rings = [
          star(116, a),
          ...(hole
            ? [
                star(
                  116,
                  a.map((radius) => radius * 0.8),
                ),
              ]
            : []),
        ];
        const at = innerPlace({ type: 'Polygon', coordinates: rings });
        expect(at && booleanPointInPolygon(at, turfPolygon(rings), { ignoreBoundary: true })).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  // ┌─┐ ┌─────┐
  // └─┘ │     │   the roomiest part, in its middle
  //     └─────┘
  it('takes the part with most room', () => {
    const area = multiPolygon([
      [box(116, 40, 116.01, 40.01)],
      [box(116.1, 40, 116.2, 40.1)],
    ]).geometry;
    const [x = 0, y = 0] = innerPlace(area) ?? [];
    expect(x).toBeCloseTo(116.15, 6);
    expect(Math.abs(y - 40.05)).toBeLessThan(0.01);
  });

  it('is null without ground', () => {
    expect(innerPlace(polygon())).toBeNull();
    expect(
      innerPlace(
        polygon([
          [116, 40],
          [116.1, 40],
          [116, 40],
        ]),
      ),
    ).toBeNull();
  });
});
