import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { block, check, inShort, outline, polygon } from '#test/unit/shared/checks/given.ts';

const closed = (ring: Position[], [ox = 0, oy = 0]: Position): Position[] =>
  [...ring, ring[0] ?? []].map(([x = 0, y = 0]) => [x + ox, y + oy]);

/** Where the ground lies: on the grid of a millimetre, and off it. */
const origins: Position[] = [
  [0, 0],
  [0.1234567, 500_000.7654321],
  [40_500_000.3333333, 3_400_000.7777777],
];

const right: Position[] = [
  [10, 0],
  [20, 0],
  [20, 10],
  [10, 10],
];

async function find(rings: Record<string, Position[]>, origin: Position) {
  const boundary = outline(
    polygon(
      closed(
        [
          [0, 0],
          [20, 0],
          [20, 10],
          [0, 10],
        ],
        origin,
      ),
    ),
  );
  const zones = Object.entries(rings).map(([id, ring]) => block(id, polygon(closed(ring, origin))));
  return inShort((await check({ boundary, zones, planar: true })).findings);
}

describe.each(origins)('a millimetre on a plane at %d, %d', (...origin) => {
  // +-----+-----+
  // |  A  |  B  |
  // +-----++----+    the corner of A goes 1 mm along the outline, under B
  it('is told where a corner slid along an edge', async () => {
    for (const slip of [0.001, -0.001]) {
      const left: Position[] = [
        [0, 0],
        [10 + slip, 0],
        [10, 10],
        [0, 10],
      ];
      expect(await find({ A: left, B: right }, origin)).toEqual([['mismatch', 'A+B', 0.005]]);
    }
  });

  // +-----+-----+
  // |  A   > B  |    A has a vertex that B lacks, 1 mm off B's line
  // +-----+-----+
  it('is told where one side has a vertex more', async () => {
    for (const slip of [0.001, -0.001]) {
      const left: Position[] = [
        [0, 0],
        [10, 0],
        [10 + slip, 5],
        [10, 10],
        [0, 10],
      ];
      expect(await find({ A: left, B: right }, origin)).toEqual([['mismatch', 'A+B', 0.005]]);
    }
  });

  it('is told where a whole zone is no larger', async () => {
    const left: Position[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    const grain: Position[] = [
      [3, 3],
      [3.002, 3],
      [3, 3.002],
    ];
    const [finding] = await find({ A: left, B: right, C: grain }, origin);
    expect(finding?.slice(0, 2)).toEqual(['overlap', 'A+C']);
  });
});
