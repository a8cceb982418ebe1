import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AreaNeighbours } from '#shared/analysis/area-neighbours.ts';
import { colourNodes } from '#shared/analysis/graph-colouring.ts';
import type { Area } from '#shared/model/geometry.ts';

const even = Array.from({ length: 8 }, (_, i) =>
  Array.from({ length: 8 }, (_, j) => (i === j ? 0 : 1)),
);

/** Square cells: neighbours share an edge (2 vertices), corner neighbours one vertex. */
function cell(column: number, row: number): Area {
  const x = 116 + column * 0.01;
  const y = 40 + row * 0.01;
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 0.01, y],
        [x + 0.01, y + 0.01],
        [x, y + 0.01],
        [x, y],
      ],
    ],
  };
}

function checkerboard(side: number) {
  const neighbours = new AreaNeighbours();
  const ids: string[] = [];
  for (let column = 0; column < side; column += 1) {
    for (let row = 0; row < side; row += 1) {
      ids.push(`${column},${row}`);
      neighbours.set(`${column},${row}`, cell(column, row));
    }
  }
  return { neighbours, ids };
}

function clashes(
  ids: readonly string[],
  colours: ReadonlyMap<string, number>,
  neighbours: AreaNeighbours,
  weight = 2,
): string[] {
  return ids.filter((id) =>
    [...neighbours.of(id)].some(
      ([other, shared]) => shared >= weight && colours.get(other) === colours.get(id),
    ),
  );
}

describe('AreaNeighbours', () => {
  // +---+---+
  // | a | b |   a and b share an edge, a and d a corner
  // +---+---+
  // | c | d |
  // +---+---+
  it('counts shared vertices and follows changes', () => {
    const { neighbours } = checkerboard(2);
    expect(neighbours.of('0,0')).toEqual(
      new Map([
        ['0,1', 2],
        ['1,0', 2],
        ['1,1', 1],
      ]),
    );
    neighbours.set('0,1', null);
    expect([...neighbours.of('0,0').keys()].sort()).toEqual(['1,0', '1,1']);
    neighbours.set('0,1', cell(5, 5));
    expect(neighbours.of('0,1').size).toBe(0);
  });
});

describe('colourNodes', () => {
  it('gives neighbours different colours, corners too where it can', () => {
    const { neighbours, ids } = checkerboard(9);
    const colours = new Map<string, number>();
    colourNodes(colours, ids, (id) => neighbours.of(id), even);
    expect(colours.size).toBe(81);
    expect(clashes(ids, colours, neighbours, 1)).toEqual([]);
  });

  it('colours the real streets so that none that share a border are alike', () => {
    for (const name of ['haidian', 'xicheng', 'changping', 'dongcheng', 'fengtai']) {
      const { features } = JSON.parse(
        readFileSync(`test/fixtures/beijing/${name}-streets.geojson`, 'utf8'),
      ) as { features: { geometry: Area }[] };
      const neighbours = new AreaNeighbours();
      const ids = features.map((_, i) => String(i));
      features.forEach(({ geometry }, i) => neighbours.set(String(i), geometry));
      const colours = new Map<string, number>();
      colourNodes(colours, ids, (id) => neighbours.of(id), even);
      expect(clashes(ids, colours, neighbours)).toEqual([]);
      const touching = ids.reduce((sum, id) => sum + neighbours.of(id).size, 0);
      expect(touching).toBeGreaterThan(ids.length);
    }
  });

  it('keeps the colours that still fit and repaints only what clashes', () => {
    const { neighbours, ids } = checkerboard(6);
    const colours = new Map<string, number>();
    colourNodes(colours, ids, (id) => neighbours.of(id), even);
    const before = new Map(colours);
    // A cell moves next to another place: it alone may change.
    neighbours.set('0,0', cell(6, 2));
    const changed = colourNodes(colours, ['0,0'], (id) => neighbours.of(id), even);
    expect(changed.every((id) => id === '0,0')).toBe(true);
    for (const id of ids) if (id !== '0,0') expect(colours.get(id)).toBe(before.get(id));
    expect(clashes(ids, colours, neighbours)).toEqual([]);
  });

  it('stays right through random edits of random outlines', () => {
    const { neighbours: start, ids } = checkerboard(5);
    expect(start.of('2,2').size).toBe(8);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...ids),
            fc.integer({ min: 0, max: 5 }),
            fc.integer({ min: 0, max: 5 }),
          ),
          {
            maxLength: 30,
          },
        ),
        (edits) => {
          const { neighbours } = checkerboard(5);
          const colours = new Map<string, number>();
          colourNodes(colours, ids, (id) => neighbours.of(id), even);
          for (const [id, column, row] of edits) {
            neighbours.set(id, cell(column, row));
            colourNodes(colours, [id], (other) => neighbours.of(other), even);
          }
          // Piled-up cells may have more neighbours than there are colours; all others must differ.
          const crowded = new Set(ids.filter((id) => neighbours.of(id).size > 7));
          const wrong = clashes(ids, colours, neighbours).filter((id) => !crowded.has(id));
          const between = wrong.filter((id) =>
            [...neighbours.of(id)].some(
              ([other, weight]) =>
                weight >= 2 && colours.get(other) === colours.get(id) && !crowded.has(other),
            ),
          );
          expect(between).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes the colour that is farthest from the neighbours', () => {
    const distances = even.map((row, i) =>
      row.map((value, j) => (value === 0 ? 0 : Math.abs(i - j) / 10)),
    );
    const colours = new Map([['a', 0]]);
    colourNodes(colours, ['b'], (id) => new Map([[id === 'b' ? 'a' : 'b', 5]]), distances);
    expect(colours.get('b')).toBe(7);
  });
});
