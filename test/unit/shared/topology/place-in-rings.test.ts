import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageGrid } from '#shared/topology/coverage-grid.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { placeInRings } from '#shared/topology/place-in-rings.ts';

/** Rings round (500, 500) whose vertices lie in the order of their directions, so simple ones. */
const star = (from: number, to: number) =>
  fc.array(fc.integer({ min: from, max: to }), { minLength: 5, maxLength: 24 }).map((radii) => {
    const ring = radii.map((radius, i) => {
      const angle = (2 * Math.PI * i) / radii.length;
      const place = [500 + radius * Math.cos(angle), 500 + radius * Math.sin(angle)];
      return place.map((value) => Math.round(value * 1000) / 1000);
    });
    return [...ring, ring[0] ?? []];
  });

describe('placeInRings', () => {
  // +--------+
  // | +--+   |
  // | |  | x |    in the ground, not in the hole
  // | +--+   |
  // +--------+
  it('is a place inside, as Turf says', () => {
    fc.assert(
      fc.property(star(300, 450), star(5, 200), fc.boolean(), (outer, hole, holed) => {
        const coordinates = holed ? [outer, hole] : [outer];
        const geometry = { type: 'Polygon' as const, coordinates };
        const rings = packRings([{ geometry, sign: 1 }], coverageGrid(true, [0, 0]));
        const at = placeInRings(rings, 0, coordinates.length);
        expect(at && booleanPointInPolygon(at, geometry, { ignoreBoundary: true })).toBe(true);
      }),
    );
  });

  it('is found in ground one step high', () => {
    const flat = [
      [0, 0],
      [1, 0],
      [1, 0.001],
      [0, 0],
    ];
    const geometry = { type: 'Polygon' as const, coordinates: [flat] };
    const rings = packRings([{ geometry, sign: 1 }], coverageGrid(true, [0, 0]));
    const at = placeInRings(rings, 0, 1);
    expect(at && booleanPointInPolygon(at, geometry, { ignoreBoundary: true })).toBe(true);
  });
});
