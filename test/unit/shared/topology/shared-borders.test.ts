import type { Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesLengthM } from '#shared/geo/line-length.ts';
import type { Area } from '#shared/model/geometry.ts';
import { borderFit } from '#shared/topology/border-fit.ts';
import { freeStretches } from '#shared/topology/free-stretches.ts';
import { renewedLine } from '#shared/topology/renewed-line.ts';
import { SharedBorders } from '#shared/topology/shared-borders.ts';
import { box, polygon } from '#test/unit/shared/checks/given.ts';

function bordersOf(areas: Record<string, Area>): SharedBorders {
  const borders = new SharedBorders();
  for (const [id, area] of Object.entries(areas)) borders.set(id, area);
  return borders;
}

const text = (position: Position | undefined) => position?.join(' ') ?? '';
const edgeTexts = (lines: readonly (readonly Position[])[]) =>
  lines
    .flatMap((line) => line.slice(1).map((to, i) => [text(line[i]), text(to)].sort().join(' – ')))
    .sort();

/*
 *   ┌───┬───┐
 *   │ a │ b │   a and d touch in a corner only
 *   ├───┼───┤
 *   │ c │ d │
 *   └───┴───┘
 */
const four = {
  a: polygon(box(0, 1, 1, 2)),
  b: polygon(box(1, 1, 2, 2)),
  c: polygon(box(0, 0, 1, 1)),
  d: polygon(box(1, 0, 2, 1)),
};

describe('SharedBorders', () => {
  it('knows neighbours by edges, not by corners', () => {
    const borders = bordersOf(four);
    const of = (id: string) => [...borders.neighboursOf(id)].map(([other]) => other).sort();
    expect(of('a')).toEqual(['b', 'c']);
    expect(of('d')).toEqual(['b', 'c']);
    expect(borders.between('a', 'd')).toEqual([]);
    expect(borders.between('a', 'nobody')).toEqual([]);
  });

  /*
   *   ┌───────┐
   *   │ ┌───┐ │   the hole of o is i: one closed stretch
   *   │ │ i │ │
   *   │ └───┘ │
   *   └───────┘
   */
  it('gives a border all round as one closed stretch', () => {
    const hole = box(1, 1, 2, 2);
    const borders = bordersOf({ o: polygon(box(0, 0, 3, 3), hole), i: polygon(hole) });
    expect(borders.between('o', 'i')).toEqual([hole]);
  });

  /*
   *   ┌─────────┐        n begins its ring in the middle of the border with s
   *   │    n    │
   *   ├──┬●─┬───┤        ● start of the ring; s and s' are the two parts of one area
   *   │s │m │ s'│
   *   └──┴──┴───┘
   */
  it('parts a border where a third area comes between, and joins it over the start of a ring', () => {
    const n: Position[] = [
      [0.5, 1],
      [1, 1],
      [2, 1],
      [3, 1],
      [3, 2],
      [0, 2],
      [0, 1],
      [0.5, 1],
    ];
    const west: Position[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0.5, 1],
      [0, 1],
      [0, 0],
    ];
    const borders = bordersOf({
      n: polygon(n),
      m: polygon(box(1, 0, 2, 1)),
      s: { type: 'MultiPolygon', coordinates: [[west], [box(2, 0, 3, 1)]] } as Area,
    });
    expect(borders.between('n', 's')).toEqual([
      [
        [2, 1],
        [3, 1],
      ],
      [
        [0, 1],
        [0.5, 1],
        [1, 1],
      ],
    ]);
  });

  /** Cells of a 5 × 5 grid, each given to one of some areas, whose ground is then all its cells. */
  const cellArea = (cells: readonly number[]): Area => ({
    type: 'MultiPolygon',
    coordinates: cells.map((cell) => {
      const [x, y] = [cell % 5, Math.floor(cell / 5)];
      return [box(x, y, x + 1, y + 1)] as never;
    }),
  });
  const owners = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 25, maxLength: 25 });

  it('says the same as a list of all edges, whatever was changed before', () => {
    fc.assert(
      fc.property(owners, owners, (before, after) => {
        const borders = new SharedBorders();
        for (const given of [before, after]) {
          for (let owner = 0; owner < 4; owner++) {
            const cells = given.flatMap((one, cell) => (one === owner ? [cell] : []));
            borders.set(`${owner}`, cells.length > 0 ? cellArea(cells) : null);
          }
        }
        const edges = (owner: number) =>
          new Set(
            after.flatMap((one, cell) => {
              const [x, y] = [cell % 5, Math.floor(cell / 5)];
              return one === owner ? edgeTexts([box(x, y, x + 1, y + 1)]) : [];
            }),
          );
        for (let a = 0; a < 4; a++) {
          const lengths = new Map(borders.neighboursOf(`${a}`));
          for (let b = 0; b < 4; b++) {
            if (a === b) continue;
            const witness = [...edges(a)].filter((edge) => edges(b).has(edge)).sort();
            const lines = borders.between(`${a}`, `${b}`);
            expect(edgeTexts(lines)).toEqual(witness);
            expect(lengths.get(`${b}`) ?? 0).toBeCloseTo(linesLengthM(lines), 3);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a registered line', () => {
  const line: Position[] = [
    [1, 1],
    [1, 2],
  ];
  const of = (areas: Record<string, Area>, disputed = false) =>
    borderFit(bordersOf(areas), { partyIds: ['a', 'b'], disputed, lines: [line] });

  it('fits, has moved, or lies between areas that meet no more', () => {
    expect(of(four)).toBe('fits');
    const shifted = { ...four, a: polygon(box(0, 1, 1.5, 2)), b: polygon(box(1.5, 1, 2, 2)) };
    expect(of(shifted)).toBe('moved');
    expect(of({ ...four, b: polygon(box(1.5, 1, 2, 2)) })).toBe('apart');
  });

  it('may be the line of either claimant in a dispute', () => {
    const both = { a: four.a, b: polygon(box(0.9, 1, 2, 2)) };
    expect(of(both, true)).toBe('fits');
    expect(of(both)).toBe('apart');
  });

  it('leaves the rest of its border free', () => {
    const long = (x: number, ends: readonly number[]): Position[] =>
      ends.map((y): Position => [x, y]);
    const ring = (x0: number, x1: number): Position[] => [
      [x0, 0],
      ...(x1 === 1 ? long(1, [0, 1, 2, 3]) : [[x1, 0] as Position, [x1, 3] as Position]),
      ...(x0 === 1 ? long(1, [3, 2, 1]) : [[x0, 3] as Position]),
      [x0, 0],
    ];
    const borders = bordersOf({ a: polygon(ring(0, 1)), b: polygon(ring(1, 2)) });
    expect(freeStretches(borders, ['a', 'b'], [long(1, [1, 2])])).toEqual([
      long(1, [0, 1]),
      long(1, [2, 3]),
    ]);
  });

  it('is renewed from the vertex nearest to its start to the one nearest to its end', () => {
    const now: Position[][] = [
      [
        [2, 0],
        [2, 1],
        [2.1, 2],
        [2, 3],
      ],
      [
        [9, 0],
        [9, 3],
      ],
    ];
    expect(renewedLine([line], now)).toEqual([now[0]?.slice(1, 3)]);
    // From one stretch to the other: both as a whole.
    const across: Position[] = [
      [2, 0],
      [9, 3],
    ];
    expect(renewedLine([across], now)).toEqual(now);
    expect(renewedLine([line], [])).toEqual([]);
  });
});
