import { area, difference, feature, featureCollection } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { strayFrom } from '#shared/chain/stray.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { snapDegrees } from '#shared/geo/grid.ts';

const degree = 111_195;

/** A simple ring around [116.3 + x, 39.9 + y] (metres) with corners at the given distances. */
function star(x: number, y: number, radii: number[]): Position[] {
  const squeeze = Math.cos((39.9 * Math.PI) / 180);
  const ring = radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [
      snapDegrees(116.3 + (x + radius * Math.cos(angle)) / degree / squeeze),
      snapDegrees(39.9 + (y + radius * Math.sin(angle)) / degree),
    ];
  });
  return [...ring, ring[0] ?? []];
}

const radii = fc.array(fc.integer({ min: 50, max: 800 }), { minLength: 4, maxLength: 24 });
const away = fc.integer({ min: -300, max: 300 });

describe('strayFrom', () => {
  it('finds ground outside exactly where Turf does, up to the tolerance', () => {
    let strays = 0;
    fc.assert(
      fc.property(radii, radii, away, away, fc.boolean(), (a, b, x, y, small) => {
        const child: Polygon = {
          type: 'Polygon',
          coordinates: [star(x, y, small ? b.map((radius) => radius / 6) : b)],
        };
        const parent: Polygon = { type: 'Polygon', coordinates: [star(0, 0, a)] };
        const own = new BandedArea(child);
        const stray = strayFrom(child.coordinates, own, new BandedArea(parent), 1);
        const rest = difference(featureCollection([feature(child), feature(parent)]));
        const outside = rest ? area(rest) : 0;
        if (!stray) {
          // What the tolerance lets pass is a band of a metre along the border.
          const length = 8 * 800 * child.coordinates[0]!.length;
          expect(outside).toBeLessThan(length);
          return;
        }
        strays++;
        expect(outside).toBeGreaterThan(0);
        expect(stray.distanceM).toBeGreaterThan(1);
        expect(stray.distanceM).toBeLessThan(2000);
      }),
      { numRuns: 300 },
    );
    expect(strays).toBeGreaterThan(50);
  });

  it("lets a part pass whose border is its parent's, corner by corner", () => {
    fc.assert(
      fc.property(radii, fc.integer({ min: 2, max: 4 }), (a, cut) => {
        const ring = star(0, 0, a);
        const middle = [116.3, 39.9];
        // A slice of the star from its middle to some of its corners.
        const slice = [middle, ...ring.slice(0, cut), middle];
        const child: Polygon = { type: 'Polygon', coordinates: [slice] };
        const parent = new BandedArea({ type: 'Polygon', coordinates: [ring] });
        expect(strayFrom(child.coordinates, new BandedArea(child), parent, 1)).toBeNull();
      }),
    );
  });
});
