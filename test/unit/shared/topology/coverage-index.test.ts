import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type CoverageAnswer, coverageFaces } from '#shared/topology/coverage-faces.ts';
import { CoverageIndex } from '#shared/topology/coverage-index.ts';
import { packCoverage } from '#shared/topology/packed-coverage.ts';
import { packRings } from '#shared/topology/pack-rings.ts';
import { ringOrder, ringOrders } from '#shared/topology/ring-orders.ts';
import { polygon, question, rectangle } from './shapes.ts';

type Zones = Record<string, Polygon>;

const outline = rectangle(0, 0, 40, 40);

/** What matters of an answer, areas without their rounding. */
function essence(answer: Omit<CoverageAnswer, 'offset' | 'numbers'> | null) {
  const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0;
  const list = (regions: CoverageAnswer['gaps'] = []) =>
    regions.map((region) => ({ ...region, areaM2: round(region.areaM2) }));
  return {
    gaps: list(answer?.gaps),
    overlaps: list(answer?.overlaps),
    outside: list(answer?.outside),
    areas: answer?.areas && Object.values(answer.areas).map(round),
  };
}

function whole(zones: Zones, exceptions: Zones = {}) {
  const { offset, ...answer } = coverageFaces(question(outline, zones, exceptions));
  return offset ? null : answer;
}

function indexOf(zones: Zones, exceptions: Zones = {}, border = outline): CoverageIndex {
  return new CoverageIndex(packCoverage(question(border, zones, exceptions)));
}

/** Over other zones q answers alone, and r over all. */
function rankOf(id: string): number {
  return ['q', 'r'].indexOf(id) + 1;
}

/** Puts a zone or takes it out. */
function put(index: CoverageIndex, id: string, sequence: number, ground: Polygon | null): void {
  const rings = ground && packRings([{ geometry: ground, sign: 1 }], index.grid);
  index.update([{ role: 'zone', id, sequence, rank: rankOf(id), rings }]);
}

describe('a coverage that changes', () => {
  //  +-----+-----+      +-----+-----+
  //  |     |     |      |     |     |
  //  |  a  |  b  |  ->  |  a  /  b  |     the common vertex of a and b moves: nothing is wrong;
  //  |     |     |      |     \     |     then in a alone: a gap or an overlap
  //  +-----+-----+      +-----+-----+
  const left = (x: number) => polygon([0, 0], [20, 0], [x, 20], [20, 40], [0, 40]);
  const right = (x: number) => polygon([20, 0], [40, 0], [40, 40], [20, 40], [x, 20]);

  it('stays right while a common vertex moves in both zones', () => {
    const index = indexOf({ a: left(20), b: right(20) });
    expect(essence(index.answer()).gaps).toEqual([]);
    const grid = index.grid;
    index.update([
      {
        role: 'zone',
        id: 'a',
        sequence: 0,
        rank: 0,
        rings: packRings([{ geometry: left(25), sign: 1 }], grid),
      },
      {
        role: 'zone',
        id: 'b',
        sequence: 1,
        rank: 0,
        rings: packRings([{ geometry: right(25), sign: 1 }], grid),
      },
    ]);
    expect(index.answer()).toMatchObject({ gaps: [], overlaps: [], outside: [] });
    expect(index.answer()?.areas?.covered).toBe(1600);
  });

  it('finds the gap and the overlap that a vertex moved in one zone makes, and forgets them', () => {
    const index = indexOf({ a: left(20), b: right(20) });
    put(index, 'a', 0, left(15));
    expect(index.answer()?.gaps).toMatchObject([{ areaM2: 100, besideIds: ['a', 'b'] }]);
    put(index, 'a', 0, left(25));
    expect(index.answer()?.overlaps).toMatchObject([{ areaM2: 100, zoneIds: ['a', 'b'] }]);
    put(index, 'a', 0, left(20));
    expect(essence(index.answer())).toEqual(essence(whole({ a: left(20), b: right(20) })));
  });

  //  +-----------+      +-----------+
  //  | a   +-+   |      |     +-+   |     c stands over a; without a, the gap goes round c
  //  |     |c|   |  ->  |     |c|   |
  //  |     +-+   |      |     +-+   |
  //  +-----------+      +-----------+
  it('sees what lies in ground that has become wrong all round', () => {
    const zones = { a: rectangle(0, 0, 40, 40), c: rectangle(10, 10, 5, 5) };
    const index = indexOf(zones);
    expect(index.answer()?.overlaps).toMatchObject([{ zoneIds: ['a', 'c'] }]);
    put(index, 'a', 0, null);
    expect(index.answer()?.overlaps).toEqual([]);
    expect(index.answer()?.gaps[0]?.polygon.coordinates).toHaveLength(2);
    // Another zone in its place, with the same edges: the overlap has another name.
    put(index, 'd', 2, zones.a);
    expect(index.answer()?.overlaps).toMatchObject([{ zoneIds: ['c', 'd'] }]);
  });

  const nameOf = (i: number, j: number) => `${i}${j}`;
  /** Equal cells of eight vertices each, by their column and row. */
  const start = (cells: number): Zones => {
    const zones: Zones = {};
    const size = 40 / cells;
    for (let i = 0; i < cells; i++) {
      for (let j = 0; j < cells; j++) {
        const [x, y] = [i * size, j * size];
        zones[nameOf(i, j)] = polygon(
          [x, y],
          [x + size / 2, y],
          [x + size, y],
          [x + size, y + size / 2],
          [x + size, y + size],
          [x + size / 2, y + size],
          [x, y + size],
          [x, y + size / 2],
        );
      }
    }
    return zones;
  };

  const place = fc.tuple(fc.nat(20), fc.nat(20));
  const by = fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }));
  const cell = fc.tuple(fc.nat(9), fc.nat(9));
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), place, by }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('tear' as const), place, by, cell }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), cell }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), cell }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('box' as const),
        name: fc.constantFrom('p', 'q', 'r'),
        place: fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 })),
        size: fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 25 })),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('unbox' as const),
        name: fc.constantFrom('p', 'q', 'r'),
      }),
    },
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  function moved(zone: Polygon, [px = 0, py = 0]: Position, [dx = 0, dy = 0]: Position): Polygon {
    return {
      type: 'Polygon',
      coordinates: zone.coordinates.map((ring) =>
        ring.map(([x = 0, y = 0]) => (x === px && y === py ? [x + dx, y + dy] : [x, y])),
      ),
    };
  }

  const cellOf = ([i, j]: [number, number], cells: number) => nameOf(i % cells, j % cells);

  function after(zones: Zones, action: Step, cells: number): Zones {
    const next = { ...zones };
    switch (action.kind) {
      case 'move': {
        const at = action.place.map((n) => ((n % (2 * cells + 1)) * 20) / cells);
        for (const [id, zone] of Object.entries(next)) next[id] = moved(zone, at, action.by);
        return next;
      }
      case 'tear': {
        const id = cellOf(action.cell, cells);
        const zone = next[id];
        const at = zone?.coordinates[0]?.[action.place[0] % (zone.coordinates[0]?.length ?? 1)];
        if (zone && at) next[id] = moved(zone, at, action.by);
        return next;
      }
      case 'remove':
        delete next[cellOf(action.cell, cells)];
        return next;
      case 'restore': {
        const id = cellOf(action.cell, cells);
        next[id] ??= start(cells)[id] as Polygon;
        return next;
      }
      case 'box':
        next[action.name] = rectangle(...action.place, ...action.size);
        return next;
      case 'unbox':
        delete next[action.name];
        return next;
    }
  }

  /** Whether the ring runs along one line in both directions. */
  function goesBack({ coordinates: [ring = []] }: Polygon): boolean {
    const text = (from: Position = [], to: Position = []) => `${from.join()} ${to.join()}`;
    const edges = new Set(ring.slice(1).map((end, i) => text(ring[i], end)));
    return ring.slice(1).some((end, i) => edges.has(text(end, ring[i])));
  }

  /** Makes the steps one by one, and compares each answer with that of a check of everything. */
  function follow(
    begin: Zones,
    exceptions: Zones,
    cells: number,
    steps: readonly Step[],
    border = outline,
  ): void {
    const sequences = new Map(Object.keys(begin).map((id, i) => [id, i]));
    let last = sequences.size;
    let zones = begin;
    const index = indexOf(zones, exceptions, border);
    for (const action of steps) {
      const next = after(zones, action, cells);
      const orders = ringOrders(packCoverage(question(border, next, exceptions)).rings);
      // Such zones are mended before they come here.
      if (orders.includes(ringOrder.irregular) || Object.values(next).some(goesBack)) continue;
      const changes = [...new Set([...Object.keys(zones), ...Object.keys(next)])]
        .filter((id) => zones[id] !== next[id])
        .map((id) => {
          const geometry = next[id];
          if (!zones[id]) sequences.set(id, last++);
          if (!geometry) sequences.delete(id);
          return {
            role: 'zone' as const,
            id,
            sequence: sequences.get(id) ?? 0,
            rank: rankOf(id),
            rings: geometry ? packRings([{ geometry, sign: 1 }], index.grid) : null,
          };
        });
      index.update(changes);
      zones = next;
      const parts = Object.entries(zones)
        .map(([id, geometry]) => ({ id, geometry, rank: rankOf(id) }))
        .toSorted((a, b) => (sequences.get(a.id) ?? 0) - (sequences.get(b.id) ?? 0));
      const { offset, ...fresh } = coverageFaces({
        ...question(border, {}, exceptions),
        zones: parts,
      });
      const answer = index.answer();
      if (answer === null) continue;
      expect(offset).toBeNull();
      expect(essence(answer)).toEqual(essence(fresh));
    }
  }

  const steps = fc.array(step, { minLength: 1, maxLength: 12 });

  it('always has the answer that a check of everything gives', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (list, excused) => {
        follow(start(4), excused ? { lake: rectangle(18, 18, 9, 9) } : {}, 4, list);
      }),
      { numRuns: 300 },
    );
  });

  //  +--+--+--+--+
  //  |  |  ||  |  |
  //  +--+--||--+--+      a hundred cells, torn along a row and half a column: one long defect that
  //  |  |  ||  |  |      winds round most of the map
  //  +==+==++--+--+
  //  |  |  |  |  |
  //  +--+--+--+--+
  it('has it with a defect from edge to edge', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (list, over) => {
        const begin = start(10);
        const by = over ? 0.5 : -0.5;
        for (let n = 0; n < 10; n++) {
          const [below, beside] = [nameOf(n, 4), nameOf(4, n)];
          for (const x of [4 * n, 4 * n + 2, 4 * n + 4]) {
            begin[below] = moved(begin[below] as Polygon, [x, 20], [0, by]);
          }
          if (n < 5) continue;
          for (const y of [4 * n, 4 * n + 2, 4 * n + 4]) {
            begin[beside] = moved(begin[beside] as Polygon, [20, y], [by, 0]);
          }
        }
        follow(begin, {}, 10, list);
      }),
      { numRuns: 60 },
    );
  });

  //  .--^--v--.
  //  | +--+--+ |     an outline drawn without regard to the zones: it meets them all round, and has
  //  ^ |  |  | v     to be told from a layer that lies off as a whole
  //  | +--+--+ |
  //  '--v--^--'
  it('has it with an outline that agrees with the zones nowhere', () => {
    const border = polygon(
      ...([
        [0, 0],
        [13, 0.5],
        [27, -0.5],
        [40, 0],
        [40.5, 13],
        [39.5, 27],
      ] as Position[]),
      ...([
        [40, 40],
        [27, 40.5],
        [13, 39.5],
        [0, 40],
        [-0.5, 27],
        [0.5, 13],
      ] as Position[]),
    );
    expect(indexOf(start(4), {}, border).answer()).not.toBeNull();
    fc.assert(
      fc.property(steps, (list) => follow(start(4), {}, 4, list, border)),
      { numRuns: 100 },
    );
  });
});
