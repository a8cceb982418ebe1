import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { block, box, check, inShort, outline, polygon } from '#test/unit/shared/checks/given.ts';

const boundary = outline(
  polygon([
    [0, 0],
    [200, 0],
    [200, 200],
    [0, 200],
    [0, 0],
  ]),
);
/** Left and right zone with the borders given from bottom to top. */
function halves(ofLeft: Position[], ofRight: Position[]) {
  return [
    block('A', polygon([[0, 0], ...ofLeft, [0, 200], [0, 0]])),
    block('B', polygon([[200, 0], [200, 200], ...ofRight.toReversed(), [200, 0]])),
  ];
}
const foot: Position = [100, 0];
const head: Position = [100, 200];

describe('slivers along a border', () => {
  // +---+ +---+
  // | A | | B |   0.4 m by 200 m with nobody in charge
  // +---+ +---+
  it('say by their area what a strip between parallel borders holds', async () => {
    const zones = halves(
      [foot, head],
      [
        [100.4, 0],
        [100.4, 200],
      ],
    );
    const report = await check({ boundary, zones });
    expect(report.ok).toBe(false);
    expect(inShort(report.findings)).toEqual([['mismatch', 'A+B', 80]]);
    expect(report.areas).toMatchObject({ gap: expect.closeTo(80, 6), balance: 0 });
    expect(report.areas?.covered).toBeCloseTo(39_920, 6);
  });

  //  \ <- B's vertex
  //  |\    A's vertex stands d metres further left
  //  |/
  it.each([0.001, 0.002, 0.01, 0.1, 0.9])('find a vertex moved by %d m', async (d) => {
    const zones = halves([foot, [110 - d, 90], head], [foot, [110, 90], head]);
    const report = await check({ boundary, zones });
    expect(inShort(report.findings)).toEqual([['mismatch', 'A+B', expect.closeTo(100 * d, 3)]]);
    expect(report.areas?.gap).toBeCloseTo(100 * d, 6);
  });

  //  a *       the border turns sharply at p: no two corners of the sliver are farther apart than
  //    |\\      a and p, and yet A's p and B's q are one corner in two places
  //  c-q-p
  it('find a vertex moved where the border turns sharply', async () => {
    const corner: Position[] = [
      [60, 0],
      [110, 150],
      [40, 120],
    ];
    const moved = corner.with(1, [109.6, 149.8]);
    const report = await check({
      boundary,
      zones: halves([...moved, [40, 200]], [...corner, [40, 200]]),
    });
    expect(inShort(report.findings)).toEqual([['mismatch', 'A+B', expect.closeTo(26, 6)]]);
  });

  //  A |  B    A's vertex stands d metres off the line that B draws without one
  //    <
  //  A |  B
  it.each([0.001, 0.004])('find a vertex that stands %d m off a straight line', async (d) => {
    const report = await check({
      boundary,
      zones: halves([foot, [100 - d, 90], head], [foot, head]),
    });
    expect(inShort(report.findings)).toEqual([['mismatch', 'A+B', expect.closeTo(100 * d, 6)]]);
  });

  // +--+ +--+
  // |  | |  |   an inlet into one zone, however narrow, is ground and no border drawn twice
  // |  +-+  |
  // +-------+
  it.each([0.001, 0.01, 0.9])('are none in an inlet %d m wide', async (width) => {
    const whole = block(
      'A',
      polygon([
        [0, 0],
        [200, 0],
        [200, 200],
        [100 + width, 200],
        [100 + width, 150],
        [100, 150],
        [100, 200],
        [0, 200],
        [0, 0],
      ]),
    );
    const report = await check({ boundary, zones: [whole] });
    expect(inShort(report.findings)).toEqual([['gap', 'A', expect.closeTo(50 * width, 6)]]);
  });

  it('are ground in dispute when the vertex moved further than the tolerance', async () => {
    const zones = halves([foot, [60, 90], head], [foot, [110, 90], head]);
    const report = await check({ boundary, zones });
    expect(inShort(report.findings)).toEqual([['gap', 'A+B', 5000]]);
  });

  //  |\
  //  | * A has a vertex on the slanted line that B draws straight: rounding moves it
  //  |  \
  it('are none where rounding alone moved a vertex off the line', async () => {
    const slanted: Position = [100.037 + 33.333 / 3, 61.111];
    const end: Position = [100.037 + 100, 0.004 + 549.9];
    const onLine: Position = [
      slanted[0]! + (end[0]! - slanted[0]!) / 7,
      slanted[1]! + (end[1]! - slanted[1]!) / 7,
    ];
    const zones = [
      block('A', polygon([slanted, onLine, end, [0, 300], slanted])),
      block('B', polygon([slanted, [300, 300], end, slanted])),
    ];
    expect(inShort((await check({ zones })).findings)).toEqual([]);
  });

  // A |\ B       the corner of B and C stands some mm over A's straight border: two slivers that end in
  //   |/__       it, one stretch
  //   |\
  //   |/ C
  it.each([0.005, -0.005, 0.002, -0.002])(
    'are one finding at a corner that stands off by %d m',
    async (d) => {
      const corner: Position = [100 + d, 90];
      const zones = [
        block('A', polygon([[0, 0], foot, head, [0, 200], [0, 0]])),
        block('B', polygon([foot, [200, 0], [200, 90], corner, foot])),
        block('C', polygon([corner, [200, 90], [200, 200], head, corner])),
      ];
      const report = await check({ boundary, zones });
      expect(inShort(report.findings)).toEqual([
        ['mismatch', 'A+B+C', expect.closeTo(100 * Math.abs(d), 1)],
      ]);
      expect(report.findings[0]?.lengthM).toBeCloseTo(200, 1);
    },
  );

  //    \ B /      A's corner stands beyond the border between B and C: a sliver along either of A's
  //  A  *--p  C    borders, and they share the piece from * to p
  it.each([0.1, 0.5, 0.9])('are one finding where a corner of three moved by %d m', async (d) => {
    const corner: Position = [100, 90];
    const moved: Position = [100 + d, 90 + d / 10];
    const zones = [
      block('A', polygon([[0, 0], foot, moved, head, [0, 200], [0, 0]])),
      block('B', polygon([corner, [200, 90], [200, 200], head, corner])),
      block('C', polygon([foot, [200, 0], [200, 90], corner, foot])),
    ];
    const report = await check({ boundary, zones });
    // What lies between both corners, seen from foot and head: half of 200 m by d.
    expect(inShort(report.findings)).toEqual([['mismatch', 'A+B+C', expect.closeTo(100 * d, 3)]]);
    const { a, b } = report.findings[0]?.message.params ?? {};
    expect([a, b].join('、').split('、').toSorted()).toEqual(['A', 'B', 'C']);
    expect(report.findings[0]?.fixes).toHaveLength(3);
  });

  //  D | A
  //  --*--      A's corner stands in D: slivers over B and C, and a scrap over D between them
  //  B | C
  it.each([0.1, 0.9])('are one finding where a corner of four moved by %d m', async (d) => {
    const zones = [
      block('A', polygon([[100 - d, 100 + d], [200, 100], [200, 200], head, [100 - d, 100 + d]])),
      block('B', polygon(box(0, 0, 100, 100))),
      block('C', polygon(box(100, 0, 200, 100))),
      block('D', polygon(box(0, 100, 100, 200))),
    ];
    const over = await check({ boundary, zones });
    expect(over.findings.map(({ rule }) => rule)).toEqual(['mismatch']);
    const under = [
      block('A', polygon([[100 - d, 100 - d], [200, 100], [200, 200], head, [100 - d, 100 - d]])),
      ...zones.slice(1),
    ];
    const report = await check({ boundary, zones: under });
    expect(inShort(report.findings)).toEqual([['mismatch', 'A+B+C+D', expect.closeTo(100 * d, 6)]]);
  });

  // ======*=====  outline
  //   A  / \  B    A's end of the border stands outside and over B
  it.each([0.1, 0.9])('are one finding where a border meets the outline %d m off', async (d) => {
    const zones = halves([foot, [100 + d, 200 + d]], [foot, head]);
    const report = await check({ boundary, zones });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['mismatch']);
    expect(report.findings[0]?.recordIds.toSorted()).toEqual(['A', 'B']);
  });

  //  A's border swings about B's straight one, a thousand times over
  it('are one finding however many there are', async () => {
    const swinging = Array.from({ length: 2001 }, (_, i): Position => {
      return [100 + (i % 2 === 0 ? 0.2 : -0.2), i / 10];
    });
    const report = await check({ boundary, zones: halves(swinging, [foot, head]) });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['mismatch']);
    expect(report.findings[0]?.lengthM).toBeGreaterThan(190);
  });
});
