import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toGrid } from '#shared/geo/grid.ts';
import { WeightsByCell } from '#shared/topology/redraw/weights-by-cell.ts';

const [west, south] = [1_160_000_000, -400_000_000];

it('keeps what stands at one spot there', () => {
  const cells = new WeightsByCell();
  for (const weight of [1, 3, 0.1]) cells.add(west + 7, south + 11, weight);
  const [place, ...others] = cells.places();
  expect(others).toEqual([]);
  expect(place!.weight).toBeCloseTo(4.1, 9);
  expect(place!.position.map(toGrid)).toEqual([west + 7, south + 11]);
});

it('puts what is near one another at its mean place, by its weight', () => {
  const cells = new WeightsByCell();
  cells.add(west + 20, south + 20, 1);
  cells.add(west + 60, south + 100, 3);
  expect(cells.places().map(({ position }) => position.map(toGrid))).toEqual([
    [west + 50, south + 80],
  ]);
});

it('loses no weight, and makes fewer places of many', () => {
  const steps = fc.integer({ min: -1_000, max: 1_000 });
  const thing = fc.tuple(steps, steps, fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 300 }), (things) => {
      const cells = new WeightsByCell();
      for (const [x, y, weight] of things) cells.add(west + x, south + y, weight);
      const places = cells.places();
      const sum = (weights: number[]) => weights.reduce((total, weight) => total + weight, 0);
      expect(sum(places.map(({ weight }) => weight))).toBe(
        sum(things.map(([, , weight]) => weight)),
      );
      expect(places.length).toBeLessThanOrEqual(Math.min(things.length, 11 * 11));
      const moment = (at: number[], weights: number[]) =>
        sum(at.map((value, i) => value * weights[i]!));
      const of = (axis: 0 | 1, from: number) =>
        moment(
          places.map(({ position }) => position[axis]! * 1e7 - from),
          places.map(({ weight }) => weight),
        );
      const all = things.map(([, , weight]) => weight);
      expect(of(0, west)).toBeCloseTo(
        moment(
          things.map(([x]) => x),
          all,
        ),
        1,
      );
      expect(of(1, south)).toBeCloseTo(
        moment(
          things.map(([, y]) => y),
          all,
        ),
        1,
      );
    }),
  );
});
