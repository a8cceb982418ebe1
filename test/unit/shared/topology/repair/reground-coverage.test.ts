import { describe, expect, it } from 'vitest';
import { holed, polygon, rectangle } from '#test/unit/shared/topology/shapes.ts';
import { defectsIn, repaired } from './repaired.ts';

const whole = rectangle(0, 0, 20, 10);
const A = rectangle(0, 0, 10, 10);
const B = rectangle(10, 0, 10, 10);

describe('regroundCoverage: gaps', () => {
  // +-----+-----+
  // | A+-+|  B  |
  // |  |/||     |
  // |  +-+|     |
  // +-----+-----+
  it('gives an enclosed gap to the zone around it', () => {
    const gap = rectangle(3, 3, 4, 4);
    const got = repaired({
      boundary: whole,
      zones: { A: holed(A, gap), B },
      choices: [[gap, { kind: 'give', to: 'A' }]],
    });
    expect(got.areas).toEqual({ A: 100, B: 100 });
    expect(got.zones['A']).toEqual(A);
    expect(got.changed).toEqual(['A']);
    expect(defectsIn(got.after)).toBe(0);
  });

  // +-----+--+--+
  // |  A  |//|B |
  // +-----+--+--+
  it('gives a gap at the outer edge to either side', () => {
    const gap = rectangle(10, 0, 4, 10);
    const zones = { A, B: rectangle(14, 0, 6, 10) };
    for (const to of ['A', 'B']) {
      const got = repaired({ boundary: whole, zones, choices: [[gap, { kind: 'give', to }]] });
      expect(got.areas).toEqual(to === 'A' ? { A: 140, B: 60 } : { A: 100, B: 100 });
      expect(got.changed).toEqual([to]);
      // Nothing is left of the corners where the gap was.
      expect(got.zones[to]?.coordinates[0]).toHaveLength(5);
      expect(defectsIn(got.after)).toBe(0);
    }
  });

  // +---+-------+
  // | A |   B   |     a gap in the middle of three
  // |   +-+-----+
  // +---+/|  C  |
  // | C +-+     |
  // +-----------+
  it('gives a gap between three zones to one of them, with crooked corners', () => {
    const zones = {
      A: polygon([0, 5], [4.001, 4.999], [4, 10], [0, 10]),
      B: polygon([4, 7], [20, 5], [20, 10], [4, 10]),
      C: polygon([0, 0], [20, 0], [20, 5], [7.003, 4.001], [4, 3], [0, 5]),
    };
    const before = repaired({ boundary: whole, zones });
    expect(before.after.gaps.length).toBeGreaterThan(0);
    for (const to of ['A', 'B', 'C']) {
      const choices = before.after.gaps.map(({ polygon: ground }) => {
        return [ground, { kind: 'give', to }] as [typeof ground, { kind: 'give'; to: string }];
      });
      const got = repaired({ boundary: whole, zones, choices });
      expect(got.after.gaps).toEqual([]);
      expect(got.idle).toEqual([]);
    }
  });

  // +-----+-----+
  // |  A  |/////|
  // +-----+-----+
  it('makes a whole missing zone a new one', () => {
    const got = repaired({
      boundary: whole,
      zones: { A },
      choices: [[B, { kind: 'give', to: 'new' }]],
    });
    expect(got.areas).toEqual({ A: 100, new: 100 });
    expect(defectsIn(got.after)).toBe(0);
  });
});

describe('regroundCoverage: overlaps', () => {
  // +-----+-+---+
  // |  A  |#| B |
  // +-----+-+---+
  it('leaves an overlap to either side', () => {
    const zones = { A: rectangle(0, 0, 13, 10), B };
    const ground = rectangle(10, 0, 3, 10);
    const a = repaired({
      boundary: whole,
      zones,
      choices: [[ground, { kind: 'keep', zoneId: 'A' }]],
    });
    expect(a.areas).toEqual({ A: 130, B: 70 });
    // A keeps what it has: it does not even gain a corner.
    expect(a.changed).toEqual(['B']);
    expect(a.zones['B']).toEqual(rectangle(13, 0, 7, 10));
    expect(defectsIn(a.after)).toBe(0);
    const b = repaired({
      boundary: whole,
      zones,
      choices: [[ground, { kind: 'keep', zoneId: 'B' }]],
    });
    expect(b.areas).toEqual({ A: 100, B: 100 });
    expect(defectsIn(b.after)).toBe(0);
  });

  it('splits it along the middle', () => {
    const zones = { A: rectangle(0, 0, 13, 10), B };
    const ground = rectangle(10, 0, 3, 10);
    const got = repaired({
      boundary: whole,
      zones,
      choices: [[ground, { kind: 'split', zoneIds: ['A', 'B'] }]],
    });
    expect(got.areas['A']).toBeCloseTo(115, 0);
    expect(defectsIn(got.after)).toBe(0);
  });

  // +--------+--+
  // | A   +--+--+
  // |     |##|B |
  // +-----+--+--+
  it('resolves an overlap of three over two borders', () => {
    const zones = { A: rectangle(0, 0, 13, 10), B, C: rectangle(11, 4, 2, 1) };
    const got = repaired({ boundary: whole, zones, all: true });
    // The smallest zone keeps its ground, then B, which is smaller than A.
    expect(got.areas).toEqual({ A: 100, B: 98, C: 2 });
    expect(defectsIn(got.after)).toBe(0);
  });

  // +-----------+
  // | A  +--+   |
  // |    |B#|   |
  // |    +--+   |
  // +-----------+
  it('cuts a hole for a zone inside another', () => {
    const inner = rectangle(5, 3, 3, 3);
    const zones = { A: whole, B: inner };
    const got = repaired({
      boundary: whole,
      zones,
      choices: [[inner, { kind: 'keep', zoneId: 'B' }]],
    });
    expect(got.areas).toEqual({ A: 191, B: 9 });
    expect(got.zones['A']).toMatchObject({ type: 'Polygon', coordinates: { length: 2 } });
    expect(defectsIn(got.after)).toBe(0);
    const gone = repaired({
      boundary: whole,
      zones,
      choices: [[inner, { kind: 'keep', zoneId: 'A' }]],
    });
    expect(gone.areas).toEqual({ A: 200 });
  });

  // Two zones over each other crosswise: nothing crosses on the grid.
  it('fits exactly where borders cross off the grid', () => {
    const zones = {
      A: polygon([0, 0], [12.347, 0], [9.113, 10], [0, 10]),
      B: polygon([9.871, 0], [20, 0], [20, 10], [11.557, 10]),
    };
    for (const zoneId of ['A', 'B']) {
      const before = repaired({ boundary: whole, zones }).after;
      const got = repaired({
        boundary: whole,
        zones,
        choices: [
          ...before.overlaps.map(({ polygon: g }) => [g, { kind: 'keep', zoneId }] as never),
          ...before.gaps.map(({ polygon: g }) => [g, { kind: 'give', to: zoneId }] as never),
        ],
      });
      expect(before.overlaps.length + before.gaps.length).toBe(2);
      expect(defectsIn(got.after)).toBe(0);
    }
  });
});

describe('regroundCoverage: the rest', () => {
  // +-----+-----+--+
  // |  A  |  B  |xx|
  // +-----+-----+--+
  it('cuts what lies outside', () => {
    const got = repaired({
      boundary: whole,
      zones: { A, B: rectangle(10, 0, 13, 10) },
      choices: [[rectangle(20, 0, 3, 10), { kind: 'cut' }]],
    });
    expect(got.areas).toEqual({ A: 100, B: 100 });
    expect(defectsIn(got.after)).toBe(0);
  });

  // +-----+-----+
  // |  A  |  B  |      C is added across the long border of A and B, without corners in it
  // +--+--+--+--+
  // |  C  |  D  |
  it('gives both sides of a T-junction off the line the same corners', () => {
    const zones = {
      A: polygon([0, 0], [20, 0.003], [20, 5], [0, 5]),
      B: polygon([0, 5], [7.333, 5.001], [7, 10], [0, 10]),
      C: polygon([7.333, 5.001], [20, 5], [20, 10], [7, 10]),
    };
    const boundary = polygon([0, 0], [20, 0.003], [20, 10], [0, 10]);
    const got = repaired({ boundary, zones, all: true });
    expect(defectsIn(got.after)).toBe(0);
  });

  // Two lines 5 cm apart.
  it.each(['A', 'B'])('draws a border 5 cm off along the line of %s', (zoneId) => {
    const zones = {
      A: polygon([0, 0], [10, 0], [10.05, 3], [10.02, 7], [10, 10], [0, 10]),
      B: polygon([10.03, 0], [20, 0], [20, 10], [10.05, 10], [10, 6.5], [10.1, 3.2]),
    };
    const { after } = repaired({ boundary: whole, zones });
    const ground = [...after.gaps, ...after.overlaps];
    const got = repaired({
      boundary: whole,
      zones,
      choices: ground.map(({ polygon: g }) => [g, { kind: 'line', zoneId }] as never),
    });
    expect(defectsIn(got.after)).toBe(0);
    expect(got.zones[zoneId]).toEqual(expect.objectContaining({ type: 'Polygon' }));
  });

  // +    +
  // |\  /|
  // | \/ |
  // | /\ |
  // |/  \|
  // +    +
  it('mends a bow-tie: both lobes stay', () => {
    const got = repaired({
      zones: { A: polygon([0, 0], [10, 10], [10, 0], [0, 10]) },
      mend: ['A'],
    });
    expect(got.areas).toEqual({ A: 50 });
    expect(got.zones['A']?.type).toBe('MultiPolygon');
  });
});
