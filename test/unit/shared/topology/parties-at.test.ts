import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { partiesAt } from '#shared/topology/parties-at.ts';
import { packZones } from './packed.ts';
import { holed, polygon, rectangle } from './shapes.ts';

describe('partiesAt', () => {
  // +-----+-----+
  // |  0  |  1  |
  // | +-+ |     |   2 lies over 1's corner; 0 has a hole
  // | +-+ |   +-+-+
  // +-----+---+-+ |
  const at = partiesAt(
    packZones(
      holed(rectangle(0, 0, 5, 9), rectangle(1, 1, 2, 2)),
      rectangle(5, 0, 5, 9),
      rectangle(9, 0, 3, 3),
    ),
  );
  it('tells inside from border and from holes', () => {
    expect(at([4, 5])).toEqual({ inside: [0], border: [] });
    expect(at([2, 2])).toEqual({ inside: [], border: [] });
    expect(at([1, 2])).toEqual({ inside: [], border: [0] });
    expect(at([5, 5])).toEqual({ inside: [], border: [0, 1] });
    expect(at([9.5, 1])).toEqual({ inside: [1, 2], border: [] });
    expect(at([9, 1])).toEqual({ inside: [1], border: [2] });
    expect(at([50, 50])).toEqual({ inside: [], border: [] });
  });

  it('agrees with Turf on any triangle', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(place, place, place, place, (a, b, c, p) => {
        const triangle = polygon(a, b, c);
        if ((b[0] - a[0]) * (c[1] - a[1]) === (b[1] - a[1]) * (c[0] - a[0])) return;
        const found = partiesAt(packZones(triangle))(p as Position);
        const within = booleanPointInPolygon(p, triangle, { ignoreBoundary: true });
        const touching = booleanPointInPolygon(p, triangle);
        expect(found.inside).toEqual(within ? [0] : []);
        expect(found.border).toEqual(touching && !within ? [0] : []);
      }),
      { numRuns: 300 },
    );
  });
});
