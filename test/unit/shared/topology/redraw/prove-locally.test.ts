import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { snapDegrees } from '#shared/geo/grid.ts';
import { changeBorder, placeKey } from '#shared/topology/redraw/border-change.ts';
import { proveLocally } from '#shared/topology/redraw/prove-locally.ts';
import { type ChangeProof, proveWholly } from '#shared/topology/redraw/prove-wholly.ts';

/** A closed ring round a middle, whose corners lie so far out (steps) in even directions. */
function starRing(radii: readonly number[], [x, y]: Position = [0, 0]): Position[] {
  const open = radii.map((radius, i): Position => {
    const turn = (2 * Math.PI * i) / radii.length;
    return [
      snapDegrees(116 + (x! + radius * Math.cos(turn)) / 1e7),
      snapDegrees(40 + (y! + radius * Math.sin(turn)) / 1e7),
    ];
  });
  return [...open, open[0]!];
}

const square = starRing([2000, 2000, 2000, 2000]);
const radii = fc.array(fc.integer({ min: 300, max: 900 }), { minLength: 4, maxLength: 14 });
const offset = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));

/** An island with perhaps a hole, the zone all round it, and some vertices of their border that move. */
const given = fc
  .record({
    radii,
    hole: fc.option(fc.tuple(fc.integer({ min: 20, max: 200 }), offset)),
    moves: fc.array(fc.tuple(fc.nat(20), offset), { minLength: 1, maxLength: 3 }),
    isHeldBack: fc.boolean(),
    isTurned: fc.boolean(),
  })
  .map(({ hole, moves, isHeldBack, isTurned, ...star }) => {
    const border = starRing(star.radii);
    const inner = hole ? [starRing([hole[0], hole[0], hole[0]], hole[1])] : [];
    const island: Polygon = { type: 'Polygon', coordinates: [border, ...inner] };
    const ring = isTurned ? border.toReversed() : border;
    const around: Polygon = { type: 'Polygon', coordinates: [square, ring] };
    const change = {
      stretches: [],
      moves: new Map(
        moves.map(([i, [dx, dy]]) => {
          const [x = 0, y = 0] = border[i % (border.length - 1)]!;
          return [placeKey([x, y]), [snapDegrees(x + dx / 1e7), snapDegrees(y + dy / 1e7)]];
        }),
      ),
    };
    const zones = [island, around];
    return zones.flatMap((before, i) => {
      const after = isHeldBack && i === 1 ? before : changeBorder(before, change);
      return after ? [{ before, after }] : [];
    });
  });

const edgeName = (a: Position, b: Position) => [placeKey(a), placeKey(b)].sort().join();

/** A proof in an order of its own, and its edges without a direction. */
function told({ crooked, touching, open }: ChangeProof) {
  return { crooked, touching, open: open.map(({ a, b }) => edgeName(a, b)).sort() };
}

/** Which edges some areas have. */
const edgesOf = (areas: Polygon[]) =>
  new Set(
    areas.flatMap(({ coordinates }) =>
      coordinates.flatMap((ring) => ring.slice(1).map((to, i) => edgeName(ring[i]!, to))),
    ),
  );

describe('a proof by the edges that change', () => {
  it('tells what a look at all edges tells, or nothing', () => {
    let certain = 0;
    fc.assert(
      fc.property(given, (changes) => {
        const locally = proveLocally(changes);
        if (!locally) return;
        certain++;
        expect(told(locally)).toEqual(told(proveWholly(changes)));
        const now = edgesOf(changes.map(({ after }) => after));
        for (const { a, b, isNew } of locally.open) expect(isNew).toBe(now.has(edgeName(a, b)));
      }),
      { numRuns: 2000 },
    );
    expect(certain).toBeGreaterThan(500);
  });

  it('does not vouch for a border that comes to lie round a hole', () => {
    const before: Polygon = {
      type: 'Polygon',
      coordinates: [starRing([900, 900, 300, 900]), starRing([50, 50, 50], [-600, 0])],
    };
    const [from] = [before.coordinates[0]![2]!];
    const to = [snapDegrees(116 - 1500 / 1e7), 40];
    const after = changeBorder(before, { stretches: [], moves: new Map([[placeKey(from), to]]) })!;
    // The hole lay outside, and lies inside now.
    expect(proveLocally([{ before, after }])).toBeNull();
    expect(proveWholly([{ before: after, after: before }]).crooked).toEqual([0]);
    expect(proveLocally([{ before: after, after: before }])).toBeNull();
  });
});
