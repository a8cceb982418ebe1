import { describe, expect, it } from 'vitest';
import { deleteVertex } from '#shared/edits/commands/delete-vertex.ts';
import { insertVertex } from '#shared/edits/commands/insert-vertex.ts';
import { moveEdge } from '#shared/edits/commands/move-edge.ts';
import { moveVertices } from '#shared/edits/commands/move-vertices.ts';
import { simplifyBorder } from '#shared/edits/commands/simplify-border.ts';
import { smoothBorder } from '#shared/edits/commands/smooth-border.ts';
import { straightenBorder } from '#shared/edits/commands/straighten-border.ts';
import { traceLine } from '#shared/edits/commands/trace-line.ts';
import { area, box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { at, line, reason, redrawn, size, sketch } from './redrawn.ts';

type Ring = [number, number][];
const outline = [box(0, 0, 20, 10)];

//  +-----+-----+
//  |  A  | B   |      the border of A and B bends at (12,3) and (9,6); C lies below all
//  |     /     |
//  +-----+-----+
//  |     C     |
const bent: Ring = [
  [10, 2],
  [12, 3],
  [9, 6],
  [10, 10],
];
const three = () =>
  district(outline, {
    A: [[[0, 2], ...bent, [0, 10]]],
    B: [[[20, 2], [20, 10], ...bent.toReversed()]],
    C: [
      [
        [0, 0],
        [20, 0],
        [20, 2],
        [10, 2],
        [0, 2],
      ],
    ],
  });
const zoneId = (document: ReturnType<typeof three>, name: string) => zoneNamed(document, name).id;

describe('moveVertices and moveEdge', () => {
  it('move all zones that share what moves', async () => {
    const document = three();
    const next = await redrawn(document, moveVertices, {
      moves: [
        { from: at(10, 2), to: at(11, 1) },
        { from: at(9, 6), to: at(8, 7) },
      ],
    });
    expect(sketch(next, 'A')).toBe('0,2 11,1 12,3 8,7 10,10 0,10');
    expect(sketch(next, 'B')).toBe('20,2 20,10 10,10 8,7 12,3 11,1');
    expect(sketch(next, 'C')).toBe('0,0 20,0 20,2 11,1 0,2');
    const edged = await redrawn(document, moveEdge, {
      edge: [at(12, 3), at(9, 6)],
      by: [2e-4, 0],
    });
    expect(sketch(edged, 'B')).toBe('20,2 20,10 10,10 11,6 14,3 10,2');
  });

  //  +--------+
  //  |   A    |      B and C meet at a point of A's straight border, where A has no vertex:
  //  +---*----+      A gets it, and bends with them
  //  | B | C  |
  it('bends a straight border on which others meet', async () => {
    const document = district(outline, {
      A: [box(0, 5, 20, 10)],
      B: [box(0, 0, 10, 5)],
      C: [box(10, 0, 20, 5)],
    });
    const next = await redrawn(document, moveVertices, {
      moves: [{ from: at(10, 5), to: at(11, 7) }],
    });
    expect(sketch(next, 'A')).toBe('0,5 11,7 20,5 20,10 0,10');
    // And the other way round: the end of a straight edge on which a neighbour has a corner.
    const tied = district([box(0, 0, 20, 20)], {
      A: [box(0, 5, 20, 20), box(5, 10, 15, 15)],
      I: [
        [
          [5, 10],
          [10, 10],
          [15, 10],
          [15, 15],
          [5, 15],
        ],
      ],
      B: [box(0, 0, 20, 5)],
    });
    const moved = await redrawn(tied, moveVertices, {
      moves: [{ from: at(15, 10), to: at(16, 8) }],
    });
    expect(sketch(moved, 'A', 1)).toBe('5,10 10,10 16,8 15,15 5,15');
  });

  it('refuse what would cross, or move the outline', () => {
    const document = three();
    const move = (from: [number, number], to: [number, number], more = {}) =>
      reason(document, moveVertices, { moves: [{ from: at(...from), to: at(...to) }], ...more });
    expect(move([12, 3], [5, 12])).toBe('edit.redraw.refused.crosses');
    expect(move([12, 3], [5, 12], { allowInvalid: true })).toBe('done');
    expect(move([12, 3], [10, 0.5])).toBe('edit.redraw.refused.crosses');
    expect(move([0, 10], [1, 9])).toBe('edit.redraw.refused.outline');
    expect(move([10, 10], [10, 11])).toBe('edit.redraw.refused.outline');
    expect(move([1, 1], [2, 2])).toBe('edit.refused.noVertex');
    expect(move([10, 2], [10, 2])).toBe('edit.refused.unchanged');
    // Even where nothing crosses: over the whole of another zone.
    expect(move([9, 6], [30, 6])).toBe('edit.redraw.refused.crosses');
  });

  it('ask before a settled border, and move it along or leave it as told', async () => {
    const document = three();
    const areas = { A: [[0, 2], ...bent, [0, 10]] as Ring };
    const community = record('community', 0x60, {
      streetId: null,
      name: '东王庄',
      code: '1',
      geometry: area(areas.A),
    });
    document.apply({ added: { [community.id]: community }, updated: {}, removed: {} });
    const moves = [{ from: at(12, 3), to: at(13, 4) }];
    expect(reason(document, moveVertices, { moves })).toBe('edit.redraw.refused.settledBorder');
    const along = await redrawn(document, moveVertices, { moves, levels: 'move' });
    expect(JSON.stringify(along.find('community', community.id)?.geometry)).toContain(
      JSON.stringify(at(13, 4)),
    );
    const result = moveVertices(document, { moves, levels: 'stay' });
    expect(Object.keys('patch' in result ? result.patch.updated : {})).toHaveLength(2);
  });
});

describe('insertVertex and deleteVertex', () => {
  it('change both sides of the border', async () => {
    const document = three();
    const next = await redrawn(document, insertVertex, {
      edge: [at(9, 6), at(10, 10)],
      at: at(11, 8),
    });
    expect(sketch(next, 'A')).toBe('0,2 10,2 12,3 9,6 11,8 10,10 0,10');
    expect(sketch(next, 'B')).toBe('20,2 20,10 10,10 11,8 9,6 12,3 10,2');
    const back = await redrawn(next, deleteVertex, { at: at(11, 8) });
    expect(sketch(back, 'A')).toBe(sketch(document, 'A'));
  });

  it('refuse a junction, the outline, and what would cross', () => {
    const document = three();
    const gone = (x: number, y: number) => reason(document, deleteVertex, { at: at(x, y) });
    expect(gone(10, 2)).toBe('edit.redraw.refused.junction');
    expect(gone(20, 10)).toBe('edit.redraw.refused.outline');
    expect(gone(3, 3)).toBe('edit.refused.noVertex');
    const edge = [at(12, 3), at(9, 6)] as const;
    expect(reason(document, insertVertex, { edge, at: at(5, 1) })).toBe(
      'edit.redraw.refused.crosses',
    );
  });
});

describe('straightenBorder and traceLine', () => {
  it('make a stretch straight for both sides', async () => {
    const document = three();
    const args = { zoneId: zoneId(document, 'A'), from: at(10, 2), to: at(10, 10) };
    const next = await redrawn(document, straightenBorder, args);
    expect(sketch(next, 'A')).toBe('0,2 10,2 10,10 0,10');
    expect(sketch(next, 'B')).toBe('20,2 20,10 10,10 10,2');
    expect(reason(document, straightenBorder, { ...args, otherWay: true })).toBe(
      'edit.redraw.refused.outline',
    );
  });

  //  | A | B |                | A | B |
  //  +--. .--+   C's border   +---+---+   is straight, and the junction of A and B lies on it
  //      +          ->
  it('carry junctions along', async () => {
    const document = district(outline, {
      A: [
        [
          [0, 5],
          [8, 3],
          [10, 10],
          [0, 10],
        ],
      ],
      B: [
        [
          [8, 3],
          [20, 5],
          [20, 10],
          [10, 10],
        ],
      ],
      C: [
        [
          [0, 0],
          [20, 0],
          [20, 5],
          [8, 3],
          [0, 5],
        ],
      ],
    });
    const args = { zoneId: zoneId(document, 'C'), from: at(0, 5), to: at(20, 5) };
    const next = await redrawn(document, straightenBorder, args);
    expect(sketch(next, 'A')).toBe('0,5 8,5 10,10 0,10');
    const river = line([-3, 7], [5, 6], [15, 6], [25, 7]);
    const traced = await redrawn(document, traceLine, { ...args, line: river });
    expect(sketch(traced, 'C')).toBe('0,0 20,0 20,5 19.75,6.47 15,6 8,6 5,6 0.34,6.58 0,5');
    // A line drawn the other way is the same line.
    const turned = await redrawn(document, traceLine, { ...args, line: river.toReversed() });
    expect(sketch(turned, 'C')).toBe(sketch(traced, 'C'));
  });
});

describe('simplifyBorder and smoothBorder', () => {
  it('change a stretch for both sides, junctions and outline stay', async () => {
    const document = three();
    const A = zoneId(document, 'A');
    const simple = await redrawn(document, simplifyBorder, { zoneId: A, toleranceM: 50 });
    expect(sketch(simple, 'A')).toBe('0,2 10,2 10,10 0,10');
    expect(sketch(simple, 'B')).toBe('20,2 20,10 10,10 10,2');
    const round = await redrawn(document, smoothBorder, { zoneId: A });
    expect(sketch(round, 'A')).toBe('0,2 10,2 11.5,2.75 11.25,3.75 9.75,5.25 9.25,7 10,10 0,10');
    expect(size(round, 'A') + size(round, 'B')).toBeCloseTo(160, 1);
    expect(reason(document, simplifyBorder, { zoneId: A, toleranceM: 0 })).toBe(
      'edit.redraw.refused.notPositive',
    );
  });

  //  +-------------+
  //  | A  /\   B   |   the island of I stands in the bend: leaving it out would lay the border
  //  |   /I \      |   over the island, so it keeps it
  //  +--/----\-----+
  it('keeps what would cross another zone', async () => {
    const peak: Ring = [
      [0, 2],
      [5, 2],
      [10, 8],
      [15, 2],
      [20, 2],
    ];
    const island: Ring = [
      [9, 4],
      [11, 4],
      [10, 5],
    ];
    const document = district(outline, {
      A: [[...peak, [20, 10], [0, 10]]],
      B: [[[0, 0], [20, 0], ...peak.toReversed()], island],
      I: [island],
    });
    const args = { zoneId: zoneId(document, 'A'), toleranceM: 90 };
    const next = await redrawn(document, simplifyBorder, args);
    expect(sketch(next, 'I')).toBe(sketch(document, 'I'));
    expect(sketch(next, 'A')).toContain('10,8');
  });
});

//  +-----+------+
//  |  A   ==.   |     the border runs to (13,5) and straight back: a needle that
//  |     |   B  |     nobody would call a border
//  +-----+------+
describe('a needle', () => {
  it('is no border, though its edges cancel', () => {
    const bend: Ring = [
      [10, 0],
      [10, 4],
      [13, 5],
      [12, 7],
      [10, 10],
    ];
    const document = district(outline, {
      A: [[[0, 0], ...bend, [0, 10]]],
      B: [[[20, 0], [20, 10], ...bend.toReversed()]],
    });
    const moves = [{ from: at(12, 7), to: at(11.5, 4.5) }];
    expect(reason(document, moveVertices, { moves })).toBe('edit.redraw.refused.crosses');
    const wide = [{ from: at(12, 7), to: at(12, 5) }];
    expect(reason(document, moveVertices, { moves: wide })).toBe('done');
  });
});
