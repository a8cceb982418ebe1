import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapDegrees } from '#shared/geo/grid.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { begunAwayFrom, lineAt } from '#shared/topology/redraw/line-at.ts';
import { type SnapParty, snapTo } from '#shared/topology/redraw/snap.ts';

const at = (x: number, y: number): LonLat => [
  snapDegrees(116 + x / 1000),
  snapDegrees(40 + y / 1000),
];
const party = (id: string, ...ring: LonLat[]): SnapParty => ({
  id,
  geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] },
});
const reach = [0.0005, 0.0003] as const;

/** How far a place is from the pointer, as a share of the reach. */
const away = (p: readonly number[], q: readonly number[]) =>
  Math.hypot((p[0]! - q[0]!) / reach[0], (p[1]! - q[1]!) / reach[1]);

/** The same question answered by looking at everything, a thousand places on each edge. */
function witness(parties: readonly SnapParty[], pointer: LonLat) {
  let vertex = Infinity;
  let edge = Infinity;
  for (const { geometry } of parties) {
    for (const ring of geometry.coordinates as LonLat[][]) {
      ring.slice(1).forEach((b, i) => {
        const a = ring[i]!;
        vertex = Math.min(vertex, away(a, pointer), away(b, pointer));
        for (let k = 0; k <= 1000; k++) {
          const t = k / 1000;
          const on = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
          edge = Math.min(edge, away(on, pointer));
        }
      });
    }
  }
  return { vertex, edge };
}

//  (0,4)---(4,4)---(8,4)
//    |   A   |   B   |       A has the corner (4,2), B has not
//    |     (4,2)     |
//  (0,0)---(4,0)---(8,0)
const a = party('A', at(0, 0), at(4, 0), at(4, 2), at(4, 4), at(0, 4));
const b = party('B', at(4, 0), at(8, 0), at(8, 4), at(4, 4));

describe('snapTo', () => {
  it('takes a vertex before an edge, however near that is, and says whose it is', () => {
    const found = snapTo([a, b], at(4.4, 0.01), reach);
    expect(found).toMatchObject({ kind: 'vertex', at: at(4, 0), partyId: 'A', edge: null });
    expect(snapTo([a, b], at(2, 0.2), reach)).toMatchObject({ kind: 'edge', at: at(2, 0) });
    expect(snapTo([a, b], at(2, 2), reach)).toBeNull();
  });

  it('leaves out what moves itself', () => {
    const found = snapTo([a, b], at(4.1, 2.1), reach, [at(4, 2)]);
    // The border that B has without the corner stays where it is.
    expect(found).toMatchObject({ kind: 'edge', partyId: 'B', at: at(4, 2.1) });
    expect(snapTo([a], at(4.1, 2.1), reach, [at(4, 2)])).toBeNull();
  });

  it('finds where edges cross', () => {
    const c = party('C', at(1, 3), at(3, 5), at(1, 5));
    const found = snapTo([a, c], at(2.05, 3.95), reach);
    expect(found).toMatchObject({ kind: 'crossing', at: at(2, 4) });
  });

  it('of one border takes the shortest piece that anybody has of it', () => {
    const found = snapTo([b, a], at(4.1, 1), reach, [], 'edge');
    expect(found?.edge?.map(String).sort()).toEqual([at(4, 0), at(4, 2)].map(String).sort());
  });

  it('agrees with a look at everything', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    const place = fc.tuple(fc.double({ min: 0, max: 3 }), fc.double({ min: 0, max: 3 }));
    const noNumber = ([x, y]: readonly number[]) => Number.isNaN(x) || Number.isNaN(y);
    fc.assert(
      fc.property(
        fc.array(fc.array(corner, { minLength: 3, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        place.filter((p) => !noNumber(p)),
        (rings, [x, y]) => {
          const parties = rings.map((ring, i) =>
            party(String(i), ...ring.map(([p, q]) => at(p / 10, q / 10))),
          );
          const pointer: LonLat = [116 + x / 1000, 40 + y / 1000];
          const { vertex, edge } = witness(parties, pointer);
          const found = snapTo(parties, pointer, reach);
          if (vertex <= 0.999) {
            expect(found?.kind).toBe('vertex');
            expect(away(found!.at, pointer)).toBeCloseTo(vertex, 3);
          } else if (vertex > 1.001 && found?.kind !== 'crossing') {
            if (edge > 1.01) expect(found).toBeNull();
            // As near as the nearest, or a shorter piece of the same border.
            else if (edge < 0.97) expect(away(found!.at, pointer)).toBeLessThan(edge + 0.03);
          }
          if (found) expect(away(found.at, pointer)).toBeLessThan(1.001);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('lines under the pointer', () => {
  const line = [at(0, 0), at(1, 0), at(2, 0)];
  it('are found within reach, the nearest first', () => {
    const other = [at(0, 0.2), at(2, 0.2)];
    expect(lineAt([line, other], at(1, 0.15), reach)).toBe(1);
    expect(lineAt([line, other], at(1, 0.05), reach)).toBe(0);
    expect(lineAt([line, other], at(1, 2), reach)).toBe(-1);
  });

  it('begin away from where they are wanted when they are closed', () => {
    const ring = [at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)];
    expect(begunAwayFrom(ring, [at(0.1, 0), at(0, 0.1)])).toEqual([
      at(1, 1),
      at(0, 1),
      at(0, 0),
      at(1, 0),
      at(1, 1),
    ]);
    expect(begunAwayFrom(line, [at(0, 0)])).toBe(line);
  });
});
