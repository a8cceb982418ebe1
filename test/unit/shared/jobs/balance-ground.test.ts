import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { UnitChoice } from '#shared/jobs/balance-units.ts';
import { cellUnits } from '#shared/analysis/balance/cell-units.ts';
import { adoptDivision } from '#shared/edits/commands/adopt-division.ts';
import { applyWorkedOut } from '#shared/edits/commands/apply-worked-out.ts';
import { putLock } from '#shared/edits/commands/put-lock.ts';
import type { Document } from '#shared/edits/document.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { type BalancedGround, balanceGround } from '#shared/jobs/balance-ground.ts';
import type { Area } from '#shared/model/geometry.ts';
import { workloadWeights } from '#shared/model/workload.ts';
import { zoneNumbers } from '#shared/analysis/zone-numbers.ts';
import { unitBorders } from '#shared/analysis/balance/unit-borders.ts';
import { idOf, project, record } from '#test/unit/shared/edits/records.ts';
import { coverage } from '#test/unit/shared/edits/redraw/random-redraw.ts';
import { at, line, redrawn, size } from '#test/unit/shared/edits/redraw/redrawn.ts';
import {
  after,
  area,
  box,
  district,
  findingsOf,
  zoneNamed,
} from '#test/unit/shared/edits/repair/district.ts';

const context = { signal: new AbortController().signal, progress: () => undefined } as never;

/** Work is ground here: the districts of the sketches have neither points nor issues. */
async function propose(
  document: Document,
  zoneCount: number | null,
  sizeM = 20,
  barriers: Position[][] = [],
  units: UnitChoice = { of: 'cells', sizeM },
) {
  const answer = await balanceGround(
    {
      records: structuredClone([...document.everything()]),
      streetId: null,
      units,
      zoneCount,
      roadsPart: false,
      barriers,
      bridgeFree: true,
      newName: '片',
      seed: 1,
      effort: 1,
    },
    context,
  );
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
}

/** What a window does with the first proposal. */
function adopting({ proposals }: Exclude<BalancedGround, { refused: string }>) {
  const { patch, selection } = proposals[0]!;
  return { patch, selection, label: { key: 'edit.redraw.adopt', params: { count: 1 } } };
}

const positionsOf = ({ geometry }: { geometry: unknown }) => polygonsOf(geometry as Area).flat(2);

const isArea = ({ type }: { type: string }) => type === 'Polygon' || type === 'MultiPolygon';

describe('a balanced division', () => {
  //  +---+-------+
  //  | A |   B   |   ->   both the same, by moving the border between them
  //  +---+-------+
  it('evens zones out and is adopted in one step', async () => {
    const document = district([box(0, 0, 20, 10)], {
      A: [box(0, 0, 6, 10)],
      B: [box(6, 0, 20, 10)],
    });
    const asked = await propose(document, 2);
    const next = await redrawn(document, applyWorkedOut, adopting(asked));
    const [a, b] = [size(next, 'A'), size(next, 'B')];
    expect(a + b).toBeCloseTo(200, 1);
    expect(Math.abs(a - b)).toBeLessThan(12);
  });

  it('makes more zones, or fewer', async () => {
    const document = district([box(0, 0, 20, 10)], {
      A: [box(0, 0, 6, 10)],
      B: [box(6, 0, 20, 10)],
    });
    const more = await redrawn(document, applyWorkedOut, adopting(await propose(document, 4)));
    expect(more.all('zone')).toHaveLength(4);
    const fewer = await redrawn(document, applyWorkedOut, adopting(await propose(document, 1)));
    expect(fewer.all('zone')).toHaveLength(1);
    expect(size(fewer, 'B')).toBeCloseTo(200, 1);
  });

  it('divides ground that nobody has', async () => {
    const document = district([box(0, 0, 20, 10)], {});
    const asked = await propose(document, 3);
    const result = applyWorkedOut(document, adopting(asked));
    if ('refused' in result) throw new Error(result.refused);
    document.apply(result.patch);
    expect(await findingsOf(document)).toEqual([]);
    expect(document.all('zone')).toHaveLength(3);
  });

  //  +---+---+---+
  //  | A | ~ | B |   ~ is a lake: no zone is made of it, and its ground is nobody's work
  //  +---+---+---+
  it('makes no zone of ground that nobody needs to answer for', async () => {
    const lake = record('exception', 50, {
      name: '湖',
      reason: '水面',
      approver: '区政府',
      from: '2026-01-01',
      expires: '2026-12-31',
      geometry: area(box(9, 0, 41, 10)),
    });
    const zones = { A: [box(0, 0, 9, 10)], B: [box(41, 0, 50, 10)] };
    const document = district([box(0, 0, 50, 10)], zones, [lake]);
    const next = await redrawn(document, applyWorkedOut, adopting(await propose(document, 4)));
    const sizes = next.all('zone').map(({ name }) => size(next, name));
    expect(sizes).toHaveLength(4);
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBeCloseTo(180, 1);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(24);
  });

  it('leaves locked zones and borders', async () => {
    const document = district([box(0, 0, 30, 10)], {
      A: [box(0, 0, 6, 10)],
      B: [box(6, 0, 20, 10)],
      C: [box(20, 0, 30, 10)],
    });
    const C = zoneNamed(document, 'C');
    const what = { of: 'zone', zoneId: C.id };
    const lock = record('lock', 0x70, { name: '丙', what });
    const locked = putLock(document, { lock });
    if ('patch' in locked) document.apply(locked.patch);
    const asked = await propose(document, 2);
    expect(asked.proposals[0]!.zones.map(({ name }) => name)).toEqual(['B', 'A']);
    const result = runCommand(document, applyWorkedOut, adopting(asked));
    if ('refused' in result) throw new Error(result.refused);
    document.apply(result.patch);
    expect(size(document, 'C')).toBe(100);
    expect(Math.abs(size(document, 'A') - size(document, 'B'))).toBeLessThan(12);
    expect(await findingsOf(document)).toEqual([]);
  });

  it('keeps any coverage whole', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(coverage, fc.integer({ min: 2, max: 5 }), async (given, zoneCount) => {
        const document = given();
        fc.pre((await findingsOf(document)).length === 0);
        // Roads and sites lie over the division and are no part of it.
        const blocks = () => document.all('zone').filter(({ geometry }) => isArea(geometry));
        const total = () =>
          blocks().reduce((sum, { geometry }) => sum + areaM2(geometry as Area), 0);
        const before = total();
        const result = applyWorkedOut(document, adopting(await propose(document, zoneCount, 40)));
        if ('refused' in result) throw new Error(result.refused);
        document.apply(result.patch);
        expect(await findingsOf(document)).toEqual([]);
        expect(Math.abs(total() - before)).toBeLessThan(2);
        // A locked zone is none of those that were asked for.
        const locked = blocks().filter(({ id }) =>
          document.all('lock').some(({ what }) => what.of === 'zone' && what.zoneId === id),
        );
        expect(blocks()).toHaveLength(zoneCount + locked.length);
      }),
      { numRuns: 8 },
    );
  });

  it('is the same for the same seed, tells what changes hands, and is not adopted when out of date', async () => {
    const document = district([box(0, 0, 20, 10)], {
      A: [box(0, 0, 6, 10)],
      B: [box(6, 0, 20, 10)],
    });
    const [one, other] = [await propose(document, null), await propose(document, null)];
    expect(other.proposals.map(({ patch }) => patch)).toEqual(
      one.proposals.map(({ patch }) => patch),
    );
    const before = size(document, 'A');
    const { patch, movedM2, moves } = one.proposals[0]!;
    expect(one.present?.score.deviation).toBeGreaterThan(one.proposals[0]!.score.deviation);
    expect(moves.every(({ to }) => to === zoneNamed(document, 'A').id)).toBe(true);
    document.apply(patch);
    expect(movedM2 / 100).toBeCloseTo((size(document, 'A') - before) * 0.95, -1);
    expect(applyWorkedOut(document, adopting(one))).toEqual({
      refused: 'edit.redraw.refused.stale',
    });
  });

  it('says why there is none', async () => {
    const document = district([box(0, 0, 2, 1)], { A: [box(0, 0, 2, 1)] });
    await expect(propose(document, 50)).rejects.toThrow('edit.redraw.refused.tooFewUnits');
    const args = { units: [], zoneIds: [], newZones: [] };
    expect(adoptDivision(document, args)).toEqual({ refused: 'edit.redraw.refused.stale' });
  });
});

//  +---+-------+
//  | A |~  B   |   a river askew through the cells, with a quarter of the ground on its left
//  +---+-~-----+
it('zones end at a river, and cells that it runs through are cut by it', async () => {
  const document = district([box(0, 0, 20, 10)], {
    A: [box(0, 0, 6, 10)],
    B: [box(6, 0, 20, 10)],
  });
  const river = [at(4, 12), at(5.3, 6.1), at(6.2, -3)];
  // Beyond the district it may go wherever it likes.
  const { proposals, bridges } = await propose(document, 2, 20, [[...river, at(90, -40)]]);
  expect(bridges).toBe(0);
  expect(proposals.length).toBeGreaterThan(0);
  const [left] = river.map(([x]) => x).toSorted((a, b) => b - a);
  for (const { patch, score } of proposals) {
    expect(score.crossed).toBe(0);
    const next = after(document, patch);
    expect(await findingsOf(next)).toEqual([]);
    const [a, b] = [zoneNamed(next, 'A'), zoneNamed(next, 'B')];
    expect(size(next, 'A') + size(next, 'B')).toBeCloseTo(200, 1);
    expect(Math.max(...positionsOf(a).map(([x = 0]) => x))).toBeLessThan(left! + 1e-7);
    expect(Math.min(...positionsOf(b).map(([x = 0]) => x))).toBeGreaterThan(116.0004);
  }
});

//  +---~-+-----+
//  | K1~ |  K2 |   two communities, the river through one: the zones part there, and answer for parts of K1
//  +---~-+-----+
it('communities that a river runs through are cut by it, where zones must not reach over', async () => {
  const [streetId, first, second] = [idOf(0x300), idOf(0x301), idOf(0x302)];
  const levels = [
    record('street', 0x300, {
      districtId: idOf(2),
      name: '街',
      code: '1',
      geometry: area(box(0, 0, 40, 20)),
    }),
    record('community', 0x301, {
      streetId,
      name: 'K1',
      code: '1',
      geometry: area(box(0, 0, 20, 20)),
    }),
    record('community', 0x302, {
      streetId,
      name: 'K2',
      code: '2',
      geometry: area(box(20, 0, 40, 20)),
    }),
  ];
  const zone = (parentId: string, x0: number, x1: number) => ({
    shape: 'block',
    parentId,
    geometry: area(box(x0, 0, x1, 20)),
  });
  const document = district(
    [box(0, 0, 40, 20)],
    { A: zone(first, 0, 20), B: zone(second, 20, 40) },
    levels,
  );
  const river = [at(14, -3), at(15, 23)];
  const { proposals, unitCount } = await propose(document, 2, 0, [river], { of: 'communities' });
  expect(unitCount).toBe(3);
  for (const { patch } of proposals) {
    const next = after(document, patch);
    expect(await findingsOf(next)).toEqual([]);
    expect(size(next, 'A')).toBeCloseTo(290, 0);
    expect(size(next, 'B')).toBeCloseTo(510, 0);
    expect(next.all('community')).toEqual(document.all('community'));
  }
});

//  +--+----+---+
//  |u1| u2 |u3 |   the cells of the city's system, whose borders are not those of the zones
//  +--+----+---+
it('zones are put together from base units of the project', async () => {
  const units = [
    [0, 4],
    [4, 12],
    [12, 20],
    [30, 40],
  ].map(([from = 0, to = 0], n) =>
    record('baseUnit', 0x300 + n, {
      name: String(n),
      code: '',
      geometry: area(box(from, 0, to, 10)),
    }),
  );
  const zones = { A: [box(0, 0, 6, 10)], B: [box(6, 0, 20, 10)] };
  const document = district([box(0, 0, 20, 10)], zones, units);
  const { proposals, unitCount } = await propose(document, 2, 0, [], { of: 'baseUnits' });
  // The fourth lies beyond the district.
  expect(unitCount).toBe(3);
  for (const { patch } of proposals) {
    const next = after(document, patch);
    expect(await findingsOf(next)).toEqual([]);
    expect([size(next, 'A'), size(next, 'B')].toSorted((a, b) => a - b)).toEqual([80, 120]);
  }
  // One that is there twice is taken once.
  const twice = record('baseUnit', 0x310, { ...units[1], id: idOf(0x310) });
  const doubled = district([box(0, 0, 20, 10)], zones, [...units, twice]);
  const answer = await propose(doubled, 2, 0, [], { of: 'baseUnits' });
  expect([answer.unitCount, answer.overlapping]).toEqual([3, 1]);
  // What lies between units that do not touch would belong nowhere.
  const apart = district([box(0, 0, 20, 10)], zones, units.slice(1));
  await expect(propose(apart, 2, 0, [], { of: 'baseUnits' })).rejects.toThrow('baseUnitsApart');
  const none = district([box(0, 0, 20, 10)], zones);
  await expect(propose(none, 2, 0, [], { of: 'baseUnits' })).rejects.toThrow('noBaseUnits');
});

//  +-----~-------+
//  |    ~        |   rivers from north to south, wherever they run: no zone has ground on both banks
//  +---~---------+
it('no zone has ground on both banks of any river', { timeout: 30_000 }, async () => {
  const bends = fc.array(fc.double({ min: 5, max: 15, noNaN: true }), {
    minLength: 2,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(bends, fc.integer({ min: 2, max: 4 }), async (xs, zoneCount) => {
      const document = district([box(0, 0, 20, 10)], { A: [box(0, 0, 20, 10)] });
      const river = xs.map((x, i) => at(x, -1 + (12 * i) / (xs.length - 1)));
      const { proposals, bridges } = await propose(document, zoneCount, 25, [river]);
      expect(bridges).toBe(0);
      const bankOf = ([x = 0, y = 0]: Position): number => {
        const i = river.findIndex((_, n) => n + 1 < river.length && river[n + 1]![1] >= y);
        const [[x0, y0], [x1, y1]] = [river[i]!, river[i + 1]!];
        const off = x - (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
        // Cuts lie on the grid: some steps beside the river is on it.
        return Math.abs(off) < 5e-7 ? 0 : Math.sign(off);
      };
      for (const { patch } of proposals) {
        const next = after(document, patch);
        for (const zone of next.all('zone')) {
          const banks = new Set(positionsOf(zone).map(bankOf));
          expect([...banks].filter((bank) => bank !== 0)).toHaveLength(1);
        }
      }
    }),
    { numRuns: 8 },
  );
});

//  +---+-------+
//  | A |   B ==|==   a road, a site and points on them, and weights for all there is
//  +---+-------+
it('the work of a proposal is what the table of numbers says once it is adopted', async () => {
  const weights = workloadWeights.parse({ zone: 3, squareKm: 400, roadKm: 50, point: 2 });
  const spots = [
    [1, 1],
    [5, 5],
    [15, 5],
    [17, 8],
    [3, 9],
  ] as const;
  const points = spots.map(([x, y], n) =>
    record('point', 0x200 + n, { name: '点', pointKind: 'market', position: at(x, y) }),
  );
  const document = district(
    [box(0, 0, 20, 10)],
    {
      A: [box(0, 0, 6, 10)],
      B: [box(6, 0, 20, 10)],
      R: {
        shape: 'strip',
        widthM: 4,
        geometry: { type: 'LineString', coordinates: [at(8, 5), at(20, 5)] },
      },
      S: { shape: 'site', radiusM: 12, geometry: { type: 'Point', coordinates: at(5, 5) } },
    },
    [record('project', 1, { ...project, workload: weights }), ...points],
  );
  const { proposals } = await propose(document, 2);
  for (const { patch, zones } of proposals) {
    const next = after(document, patch);
    const rows = zoneNumbers(
      { zones: next.all('zone'), points: next.all('point'), issues: [], weights },
      0,
    );
    for (const { id, work } of zones) {
      const row = rows.find(({ zoneId }) => zoneId === id)!;
      // A road is counted in pieces: where zones meet it is off by half of one.
      expect(Math.abs(row.workload - work)).toBeLessThan(50 * 0.02);
    }
    const roads = zones.map(({ id }) => rows.find(({ zoneId }) => zoneId === id)!.roadM);
    expect(Math.max(...roads)).toBeGreaterThan(50);
  }
});

describe('units', () => {
  it('are cells that make up the ground exactly', () => {
    const ground = area([
      [0, 0],
      [10, 0],
      [12, 7],
      [3, 9],
    ]) as Area;
    const cells = cellUnits(ground, 20)!;
    const sum = cells.reduce((all, cell) => all + areaM2(cell), 0);
    expect(Math.abs(sum - areaM2(ground))).toBeLessThan(0.5);
    expect(cellUnits(ground, 0.01)).toBeNull();
  });

  //  +--+--+
  //  |A |B |     a barrier between A and B, a locked border between B and C; C has no corner of A|B
  //  +--+--+
  //  |  C  |
  it('know their borders, barriers and locked borders', () => {
    const areas = [box(0, 5, 5, 10), box(5, 5, 10, 10), box(0, 0, 10, 5)].map(
      (b) => area(b) as Area,
    );
    const borders = unitBorders(areas, [line([5.1, 4], [4.9, 12])], [line([5, 5], [10, 5])]);
    const short = borders.map(({ a, b, lengthM, isBarrier, isLocked }) =>
      [a, b, Math.round(lengthM), isBarrier && 'barrier', isLocked && 'locked'].join(' '),
    );
    expect(new Set(short)).toEqual(
      new Set(['0 1 56 barrier false', '0 2 43 false false', '1 2 43 false locked']),
    );
  });
});
