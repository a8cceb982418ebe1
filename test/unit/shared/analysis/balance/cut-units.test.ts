import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cutUnits } from '#shared/analysis/balance/cut-units.ts';
import { unitBorders } from '#shared/analysis/balance/unit-borders.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { at, line } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { area, box } from '#test/unit/shared/edits/repair/district.ts';

const west = { id: 'west', geometry: area(box(0, 0, 30, 40)) as Area };
const east = { id: 'east', geometry: area(box(30, 0, 60, 40)) as Area };
const total = (units: readonly { geometry: Area }[]) =>
  units.reduce((sum, { geometry }) => sum + areaM2(geometry), 0);

describe('units that others have drawn', () => {
  //  +--~--+-----+
  //  |  ~  |     |   a river through the western one
  //  +--~--+-----+
  it('are cut where a barrier runs through them', () => {
    const units = cutUnits([west, east], [line([14, -5], [16, 45])], 20);
    expect(units.map(({ id }) => id).toSorted()).toEqual(['east', 'west', 'west 2']);
    expect(Math.abs(total(units) - total([west, east]))).toBeLessThan(0.5);
    // Side by side on the same corners: each half of the west has a border with the other.
    const borders = unitBorders(
      units.map(({ geometry }) => geometry),
      [line([14, -5], [16, 45])],
      [],
    );
    const between = borders.filter(({ a, b }) =>
      [units[a]!.id, units[b]!.id].every((id) => id.startsWith('west')),
    );
    expect(between).toMatchObject([{ isBarrier: true }]);
    expect(between[0]!.lengthM).toBeGreaterThan(400);
  });

  //  +-----+-----+
  //  |     ~     |   the river is the border, drawn a metre or two beside it; and one that ends inside
  //  |  ~~ +-----+
  it('stay whole where it runs along their border, or ends inside them', () => {
    const along = line([30.2, -5], [29.8, 10], [30.2, 20], [29.7, 30], [30.1, 45]);
    const within = line([5, -5], [5, 20], [12, 20]);
    const units = cutUnits([west, east], [along, within], 20);
    expect(units.map(({ id }) => id)).toEqual(['west', 'east']);
    expect(cutUnits([west, east], [line([100, 0], [100, 40])], 20)).toEqual([west, east]);
  });

  //  +--~-~--+
  //  |  ~ ~  |   two banks of one river: the belt between them goes to one side
  //  +--~-~--+
  it('give slivers to the side that they border on', () => {
    const banks = [line([14, -5], [14, 45]), line([15, -5], [15, 45])];
    const units = cutUnits([west], banks, 20);
    expect(units).toHaveLength(2);
    expect(Math.abs(total(units) - areaM2(west.geometry))).toBeLessThan(0.5);
    for (const { geometry } of units) expect(polygonsOf(geometry)).toHaveLength(1);
  });

  //  +--~--+-----+
  //  |  ~  | ><  |   the eastern one crosses itself, and the river bends through both
  //  +--~--+-----+
  it('leave whole the one that crosses itself, and cut the others', () => {
    const bow = {
      id: 'bow',
      geometry: area([
        [30, 0],
        [60, 40],
        [60, 0],
        [30, 40],
      ]) as Area,
    };
    const units = cutUnits([west, bow], [line([14, -5], [16, 20], [58, 20], [58, 45])], 20);
    expect(units.map(({ id }) => id).toSorted()).toEqual(['bow', 'west', 'west 2']);
    // It has the corner where the river comes in, and is otherwise as it was.
    const left = units.find(({ id }) => id === 'bow')!;
    expect(left.geometry.coordinates[0]).toEqual(
      expect.arrayContaining(bow.geometry.coordinates[0] as unknown[]),
    );
  });

  it('lie on one bank of any river', () => {
    const bends = fc.array(fc.double({ min: 20, max: 40, noNaN: true }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(bends, (xs) => {
        const river = xs.map((x, i) => at(x, -1 + (42 * i) / (xs.length - 1)));
        const communities = [
          { id: 'south', geometry: area(box(0, 0, 60, 20)) as Area },
          { id: 'north', geometry: area(box(0, 20, 60, 40)) as Area },
        ];
        const bankOf = ([x = 0, y = 0]: Position): number => {
          const i = river.findIndex((_, n) => n + 1 < river.length && river[n + 1]![1] >= y);
          const [[x0, y0], [x1, y1]] = [river[i]!, river[i + 1]!];
          const off = x - (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
          return Math.abs(off) < 5e-7 ? 0 : Math.sign(off);
        };
        const units = cutUnits(communities, [river], 20);
        expect(units).toHaveLength(4);
        for (const { geometry } of units) {
          const banks = new Set(polygonsOf(geometry).flat(2).map(bankOf));
          expect([...banks].filter((bank) => bank !== 0)).toHaveLength(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
