import { describe, expect, it } from 'vitest';
import { type CoverageRegion, coverageFaces } from '#shared/topology/coverage-faces.ts';
import { holed, polygon, question, rectangle } from './shapes.ts';

const square = rectangle(0, 0, 10, 10);
const seen = (regions: CoverageRegion[]) =>
  regions
    .map((r): [string, number] => [r.zoneIds.join('+'), r.areaM2])
    .sort((a, b) => a[0].localeCompare(b[0]) || a[1] - b[1]);

describe('coverageFaces', () => {
  // +---+---+
  // | a | b |   borders match: nothing is left
  // +---+---+
  it('finds nothing where borders match', () => {
    const answer = coverageFaces(
      question(square, { a: rectangle(0, 0, 5, 10), b: rectangle(5, 0, 5, 10) }),
    );
    expect(answer.gaps).toEqual([]);
    expect(answer.overlaps).toEqual([]);
    expect(answer.outside).toEqual([]);
    expect(answer.areas).toEqual({
      boundary: 100,
      covered: 100,
      gap: 0,
      overlap: 0,
      outside: 0,
      exception: 0,
      balance: 0,
    });
  });

  // +---+---+
  // |   | b |   the corner of b and c is on a's border, where a has no vertex
  // | a +---+
  // |   | c |
  // +---+---+
  it('takes vertices on a straight border as agreement', () => {
    const answer = coverageFaces(
      question(square, {
        a: rectangle(0, 0, 5, 10),
        b: rectangle(5, 5, 5, 5),
        c: rectangle(5, 0, 5, 5),
      }),
    );
    expect([...answer.gaps, ...answer.overlaps, ...answer.outside]).toEqual([]);
  });

  // +---+ +-+
  // | a | |b|   1 mm is open to the outer edge on both ends
  // +---+ +-+
  it('finds a gap of a millimetre that is open to the edge', () => {
    const answer = coverageFaces(
      question(square, { a: rectangle(0, 0, 5, 10), b: rectangle(5.001, 0, 4.999, 10) }),
    );
    expect(answer.gaps).toHaveLength(1);
    expect(answer.gaps[0]?.areaM2).toBeCloseTo(0.01, 9);
    expect(answer.gaps[0]?.besideIds).toEqual(['a', 'b']);
    expect(answer.gaps[0]?.atBoundary).toBe(true);
  });

  // +-------+
  // |   a   |
  // |  +-+  |   c's ground is missing: a hole in the middle, and the whole right side
  // |  +-+  |
  // +-------+
  it('finds missing zones inside and at the edge', () => {
    const hole = rectangle(2, 2, 1, 1);
    const answer = coverageFaces(question(square, { a: holed(rectangle(0, 0, 5, 10), hole) }));
    expect(seen(answer.gaps)).toEqual([
      ['', 1],
      ['', 50],
    ]);
    expect(answer.gaps.find(({ areaM2 }) => areaM2 === 1)?.atBoundary).toBe(false);
    expect(answer.gaps.find(({ areaM2 }) => areaM2 === 50)?.atBoundary).toBe(true);
  });

  // +--------+
  // | a +--+ |   three zones over one spot are one overlap
  // |   |bc| |
  // |   +--+ |
  // +--------+
  it('names all three zones over one spot in one overlap', () => {
    const spot = rectangle(4, 4, 2, 2);
    const answer = coverageFaces(question(square, { a: square, b: spot, c: spot }));
    expect(seen(answer.overlaps)).toEqual([['a+b+c', 4]]);
    expect(answer.areas?.covered).toBe(100);
    expect(answer.areas?.balance).toBe(0);
  });

  // +----+----+
  // |  b | c  |
  // | +--+--+ |   a lies over b and c, whose common border under it cancels
  // | |  a  | |
  // +-+-----+-+
  it('divides an overlap by the zones under it, though their border cancels', () => {
    const answer = coverageFaces(
      question(square, {
        a: rectangle(2, 0, 6, 5),
        b: rectangle(0, 0, 5, 10),
        c: rectangle(5, 0, 5, 10),
      }),
    );
    expect(seen(answer.overlaps)).toEqual([
      ['a+b', 15],
      ['a+c', 15],
    ]);
  });

  //      +---+
  // +----+-+ |    b sticks out over a's ground and beyond the boundary
  // | a  |b| |
  // +----+-+-+
  it('tells overlap and ground outside apart where the boundary itself cancels', () => {
    const answer = coverageFaces(question(square, { a: square, b: rectangle(8, 0, 4, 5) }));
    expect(seen(answer.overlaps)).toEqual([['a+b', 10]]);
    expect(seen(answer.outside)).toEqual([['b', 10]]);
    expect(answer.areas?.balance).toBe(0);
  });

  it('lets a zone count where it stands on excepted ground', () => {
    const answer = coverageFaces(
      question(square, { a: rectangle(0, 0, 6, 10) }, { lake: rectangle(5, 0, 5, 8) }),
    );
    expect(seen(answer.gaps)).toEqual([['', 8]]);
    expect(answer.overlaps).toEqual([]);
    expect(answer.areas).toMatchObject({ covered: 60, exception: 32, gap: 8, balance: 0 });
  });

  // +--+--+
  // |a +--+ b    without a boundary only the hole is a gap, not the bay
  // |  |  |
  // +--+--+
  it('takes holes in the union for gaps when there is no boundary', () => {
    const answer = coverageFaces(
      question(null, {
        a: polygon([0, 0], [4, 0], [4, 3], [6, 3], [6, 0], [10, 0], [10, 5], [0, 5]),
        b: holed(rectangle(0, 5, 10, 5), rectangle(2, 6, 2, 2)),
      }),
    );
    expect(seen(answer.gaps)).toEqual([['', 4]]);
    expect(answer.outside).toEqual([]);
    expect(answer.areas).toBeNull();
  });

  // \  /|
  //  \/ |    a bow tie: both lobes count, and what is between is a gap
  //  /\ |
  // /  \|
  it('goes on with rings that cross themselves', () => {
    const bow = polygon([0, 0], [10, 10], [10, 0], [0, 10]);
    const answer = coverageFaces(question(square, { bow }));
    expect(seen(answer.gaps)).toEqual([
      ['', 25],
      ['', 25],
    ]);
    expect(answer.areas?.covered).toBeCloseTo(50, 9);
    expect(answer.areas?.balance).toBeCloseTo(0, 9);
  });

  it('reads rings in either direction, and holes too', () => {
    const turned = holed(square, rectangle(2, 2, 1, 1));
    turned.coordinates.forEach((ring) => ring.reverse());
    expect(seen(coverageFaces(question(square, { turned })).gaps)).toEqual([['', 1]]);
  });

  it('finds everything missing when there is no zone', () => {
    const answer = coverageFaces(question(square, {}));
    expect(seen(answer.gaps)).toEqual([['', 100]]);
    expect(answer.areas).toMatchObject({ covered: 0, gap: 100, balance: 0 });
  });

  it('refuses data too wide for a grid of millimetres', () => {
    const far = question(square, { a: rectangle(3e6, 0, 10, 10) });
    expect(() => coverageFaces(far)).toThrow(RangeError);
  });
});
