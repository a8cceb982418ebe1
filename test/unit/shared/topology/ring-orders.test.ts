import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { ringOrder, ringOrders, unsoundParties } from '#shared/topology/ring-orders.ts';
import { ringsTouchSweep } from '#shared/topology/rings-touch-sweep.ts';
import { segmentsMeet } from '#shared/topology/segments-meet.ts';
import { packZones, rings } from './packed.ts';

const square: Position[] = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
];
const box = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const orderOf = (...open: Position[][]) => ringOrders(packZones(rings(...open)))[0];

describe('ringOrders', () => {
  it('finds a plain ring simple, with or without holes', () => {
    expect(orderOf(square)).toBe(ringOrder.simple);
    expect(orderOf(square, box(1, 1, 2), box(5, 5, 2))).toBe(ringOrder.simple);
  });

  // +----+
  // |  /\|   the hole touches the outer ring in one corner
  // |  \/|
  // +----+
  it('lets rings touch', () => {
    const hole: Position[] = [
      [9, 5],
      [7, 7],
      [5, 5],
      [7, 3],
    ];
    expect(orderOf(square, hole)).toBe(ringOrder.touching);
  });

  // +--------+
  // |   +----+---   goes out and straight back: winds once all the same
  // +--------+
  it('finds a spike touching', () => {
    const spike: Position[] = [...square.slice(0, 2), [9, 4], [12, 4], [9, 4], ...square.slice(2)];
    expect(orderOf(spike)).toBe(ringOrder.touching);
  });

  // +----+  +--+
  // |+--+|  |  |   the hole belongs to the small polygon, but lies in the large one
  // |+--+|  +--+
  // +----+
  it('finds a hole irregular that lies in another polygon of its party', () => {
    const closed = (open: Position[]) => [...open, open[0] ?? []];
    const parts = {
      type: 'MultiPolygon' as const,
      coordinates: [[closed(square)], [closed(box(20, 0, 5)), closed(box(1, 1, 2))]],
    };
    expect(ringOrders(packZones(parts))[0]).toBe(ringOrder.irregular);
  });

  it('finds bow ties and wrong nesting irregular', () => {
    const bow: Position[] = [
      [0, 0],
      [9, 9],
      [9, 0],
      [0, 8],
    ];
    expect(orderOf(bow)).toBe(ringOrder.irregular);
    expect(orderOf(square, box(20, 20, 3))).toBe(ringOrder.irregular);
    expect(orderOf(square, box(1, 1, 5), box(2, 2, 2))).toBe(ringOrder.irregular);
    expect(orderOf(square, box(5, 5, 9))).toBe(ringOrder.irregular);
    const twice = packZones({
      type: 'MultiPolygon',
      coordinates: [[[...square, square[0]!]], [[...box(2, 2, 2), [2, 2]]]],
    });
    expect(ringOrders(twice)[0]).toBe(ringOrder.irregular);
  });

  //  +-----+
  //  |\\ 1 |    the second polygon's lobe 2 winds the wrong way, right under the first: the sum
  //  | \\  |    of the windings looks as if all were well
  //  | 2\\ |
  //  +-----+
  it('finds lobes irregular that hide under another polygon', () => {
    const lobes: Position[] = [
      [0, 0],
      [9, 9],
      [9, 30],
      [0, 30],
      [0, 20],
      [9, 0],
    ];
    const packed = packZones({
      type: 'MultiPolygon',
      coordinates: [[[...square, square[0]!]], [[...lobes, lobes[0]!]]],
    });
    expect(ringOrders(packed)[0]).toBe(ringOrder.irregular);
  });

  it('finds every ring that meets itself, however long', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    const loose = fc.uniqueArray(place, { minLength: 3, maxLength: 9, selector: String });
    // A star-shaped ring is simple; moving one vertex may break it.
    const star = fc
      .tuple(fc.array(fc.integer({ min: 50, max: 99 }), { minLength: 20, maxLength: 90 }), place)
      .map(([radii, moved]) => {
        const ring = radii.map((radius, i): Position => {
          const angle = (2 * Math.PI * i) / radii.length;
          return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
        });
        ring[3] = moved;
        return ring;
      });
    fc.assert(
      fc.property(fc.oneof(loose, star), (ring) => {
        const packed = packZones(rings(ring));
        if (packed.ringParty.length === 0) return;
        const { x, y } = packed;
        const count = x.length - 1;
        let meets = false;
        for (let e = 0; e < count; e++) {
          for (let f = e + 1; f < count; f++) {
            const next = f === e + 1 || (e === 0 && f === count - 1);
            const [p, q] = e === 0 && f === count - 1 ? [f, e] : [e, f];
            const u = [x[p + 1]! - x[p]!, y[p + 1]! - y[p]!] as const;
            const v = [x[q + 1]! - x[q]!, y[q + 1]! - y[q]!] as const;
            const back = u[0] * v[1] === u[1] * v[0] && u[0] * v[0] + u[1] * v[1] < 0;
            const touch = segmentsMeet(
              x[e]!,
              y[e]!,
              x[e + 1]!,
              y[e + 1]!,
              x[f]!,
              y[f]!,
              x[f + 1]!,
              y[f + 1]!,
            );
            meets ||= next ? back : touch;
          }
        }
        expect(ringOrders(packed)[0] !== ringOrder.simple).toBe(meets);
        expect(ringsTouchSweep(packed, 0, packed.partyRing[1]!)).toBe(meets);
      }),
      { numRuns: 400 },
    );
  });
});

// Boxes of long spikes side by side all overlap: the sweep has to do it.
//   \\|//
//   --*--
//   //|\\
describe('a ring of many long spikes', () => {
  const spikes = (count: number): Position[] =>
    Array.from({ length: count }, (_, i): Position => {
      const angle = (2 * Math.PI * i) / count;
      const radius = i % 2 === 0 ? 10_000 : 1_000;
      return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
    });

  it('is simple, and is not when one spike is longer than it may be', () => {
    expect(orderOf(spikes(2_000))).toBe(ringOrder.simple);
    const bent = spikes(2_000);
    bent[100] = [-9_000, -9_000];
    expect(orderOf(bent)).toBe(ringOrder.irregular);
  });

  it('touches another ring', () => {
    const hole = spikes(400).map(([x = 0, y = 0]): Position => [x / 2 + 5_000, y / 2]);
    expect(orderOf(box(-20_000, -20_000, 40_000), spikes(400), hole)).toBe(ringOrder.irregular);
    expect(orderOf(box(-20_000, -20_000, 40_000), spikes(400))).toBe(ringOrder.simple);
  });
});

describe('unsoundParties', () => {
  it('names parties with rings left out, closed, touching or crossing, and no others', () => {
    const open = rings(square);
    (open.coordinates[0] as Position[]).pop();
    const packed = packZones(
      rings(square),
      open,
      rings(square, [
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
      rings(square, box(20, 20, 1)),
    );
    expect(unsoundParties(packed)).toEqual([1, 2, 3]);
    expect(packed.faults.map(({ kind }) => kind)).toEqual(['unclosed', 'zero-area']);
  });
});
