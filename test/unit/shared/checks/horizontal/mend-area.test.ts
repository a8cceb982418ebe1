import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { mendArea } from '#shared/checks/horizontal/mend-area.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { box } from '#test/unit/shared/checks/given.ts';

function mend(...polygons: Position[][][]) {
  const { ground, faults } = mendArea({ type: 'MultiPolygon', coordinates: polygons }, true);
  return { size: ground && areaM2(ground, true), faults: faults.map(({ kind }) => kind) };
}

// +----+
// |    |------ (9, 2)
// +----+
/** The corners of a square with a spike, not closed. */
const spiked = [
  [0, 0],
  [4, 0],
  [4, 2],
  [9, 2],
  [4, 2],
  [4, 4],
  [0, 4],
];

describe('mendArea', () => {
  it('leaves a sound area as it is, whichever way its rings run', () => {
    expect(mend([box(0, 0, 4, 4), box(1, 1, 2, 2)])).toEqual({ size: 15, faults: [] });
    expect(mend([box(0, 0, 4, 4).toReversed(), box(1, 1, 2, 2)])).toEqual({ size: 15, faults: [] });
  });

  it('closes an open ring', () => {
    expect(mend([box(0, 0, 4, 4).slice(0, -1)])).toEqual({ size: 16, faults: ['unclosed'] });
  });

  // Computed corners do not come back to the last digit; a spike makes the ring be looked at closely.
  it('takes a ring for closed whose ends are one place on the grid', () => {
    expect(mend([[...spiked, [0, 1e-14]]])).toEqual({ size: 16, faults: ['spike'] });
    expect(mend([[...spiked, [0, 0.001]]]).faults).toEqual(['unclosed', 'spike']);
  });

  it('leaves out rings with too few corners', () => {
    expect(
      mend([
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
    ).toEqual({ size: null, faults: ['too-short'] });
    expect(mend([[]])).toEqual({ size: null, faults: ['too-short'] });
    expect(
      mend(
        [box(0, 0, 4, 4)],
        [
          [
            [9, 9],
            [9, 9],
            [9, 9],
            [9, 9],
          ],
        ],
      ),
    ).toEqual({
      size: 16,
      faults: ['too-short'],
    });
  });

  it('leaves out rings without area', () => {
    expect(
      mend([
        [
          [0, 0],
          [1, 0],
          [2, 0],
          [0, 0],
        ],
      ]),
    ).toEqual({ size: null, faults: ['zero-area'] });
  });

  it('cuts spikes off', () => {
    expect(mend([[...spiked, [0, 0]]])).toEqual({ size: 16, faults: ['spike'] });
  });

  // \  /
  //  \/
  //  /\      every lobe counts
  // +--+
  it('resolves a ring that crosses itself', () => {
    const ring = [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
      [0, 0],
    ];
    expect(mend([ring])).toEqual({ size: 8, faults: ['self-crossing'] });
  });

  //  +---+
  //   \ /
  //    X      both lobes meet in a vertex and run in opposite directions
  //   / \
  //  +---+
  it('notices a crossing in a common vertex', () => {
    const ring = [
      [0, 0],
      [4, 0],
      [2, 2],
      [0, 4],
      [4, 4],
      [2, 2],
      [0, 0],
    ];
    expect(mend([ring])).toEqual({ size: 8, faults: ['self-crossing'] });
  });

  // +---+---+
  // |  / \  |   the ring leaves (2, 4) for a loop that it runs round the same way: ground twice
  // | +---+ |
  // +-------+
  it('says where a border goes round the same ground twice', () => {
    const ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 4],
      [1, 2],
      [3, 2],
      [2, 4],
      [0, 4],
      [0, 0],
    ];
    const { faults } = mendArea({ type: 'Polygon', coordinates: [ring] }, true);
    expect(faults).toEqual([{ kind: 'self-crossing', at: [2, 4], times: 1 }]);
    const hole = box(1, 1, 2, 2);
    const twice = mendArea({ type: 'Polygon', coordinates: [box(0, 0, 4, 4), hole, hole] }, true);
    expect(twice.faults).toEqual([{ kind: 'self-crossing', at: [1, 1], times: 1 }]);
  });

  it('notices holes outside, holes in holes and parts over each other', () => {
    expect(mend([box(0, 0, 4, 4), box(6, 6, 7, 7)])).toEqual({ size: 16, faults: ['nesting'] });
    expect(mend([box(0, 0, 9, 9), box(1, 1, 5, 5), box(2, 2, 3, 3)])).toEqual({
      size: 65,
      faults: ['nesting'],
    });
    expect(mend([box(0, 0, 4, 4)], [box(2, 0, 6, 4)])).toEqual({ size: 24, faults: ['nesting'] });
  });

  it('takes the largest ring as the outer one when a hole came first', () => {
    expect(mend([box(1, 1, 2, 2), box(0, 0, 4, 4)])).toEqual({ size: 15, faults: ['nesting'] });
    expect(mend([box(1, 1, 2, 2), box(0, 0, 9, 9), box(4, 4, 6, 6)])).toEqual({
      size: 76,
      faults: ['nesting'],
    });
  });

  it('accepts parts that share a border and rings that touch in a point', () => {
    expect(mend([box(0, 0, 4, 4)], [box(4, 0, 6, 4)])).toEqual({ size: 24, faults: [] });
    const pinched = [
      [0, 0],
      [4, 0],
      [2, 2],
      [4, 4],
      [0, 4],
      [2, 2],
      [0, 0],
    ];
    expect(mend([pinched])).toEqual({ size: 8, faults: [] });
  });

  // Three rings that cross each other and themselves over and over; a library for clipping loses its
  // way among them. The witness counts the middles of small cells that some outer ring goes round.
  it('resolves a tangle', () => {
    const tangle: Position[][][] = [
      ['10,10 9,11 8,11 12,10 12,6 13,10 10,10'],
      ['13,8 8,10 9,6 10,8 11,8 12,8 11,7 9,9 13,8', '8,6 10,10 11,10 10,11 11,9 8,6'],
    ].map((polygon) =>
      polygon.map((ring) => ring.split(' ').map((place) => place.split(',').map(Number))),
    );
    const goesRound = (ring: readonly Position[], px: number, py: number): boolean => {
      let turns = 0;
      for (let i = 1; i < ring.length; i++) {
        const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i - 1] ?? [], ring[i] ?? []];
        if (ay > py === by > py) continue;
        if (ax + ((py - ay) / (by - ay)) * (bx - ax) > px) turns += by > ay ? 1 : -1;
      }
      return turns !== 0;
    };
    const cell = 0.01;
    let cells = 0;
    for (let x = 8; x < 13; x += cell) {
      for (let y = 6; y < 11; y += cell) {
        const inside = tangle.some(([outer = [], ...holes]) => {
          const [px, py] = [x + 0.0043, y + 0.0057];
          return goesRound(outer, px, py) && !holes.some((hole) => goesRound(hole, px, py));
        });
        if (inside) cells++;
      }
    }
    const { size, faults } = mend(...tangle);
    expect(size).toBeCloseTo(cells * cell * cell, 1);
    expect(new Set(faults)).toEqual(new Set(['self-crossing']));
  });
});
