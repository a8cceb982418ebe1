import { area, difference, featureCollection, polygon } from '@turf/turf';
import { expect, it } from 'vitest';
import { compareGround } from '#shared/jobs/compare-ground.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';

const ring = (west: number, east: number) => [
  [
    [west, 40],
    [east, 40],
    [east, 40.01],
    [west, 40.01],
    [west, 40],
  ],
];
const block = (west: number, east: number) =>
  record('zone', 5, {
    parentId: null,
    name: '片',
    shape: 'block',
    geometry: { type: 'Polygon', coordinates: ring(west, east) },
  });

// mine    |########|
// theirs      |########|
//         |###|    |###|   what only one of them has
it('tells the ground that only one of two states has, as an independent clipping does', async () => {
  const got = await compareGround({ mine: block(116, 116.01), theirs: block(116.004, 116.012) });
  const only = (a: number[][][], b: number[][][]) =>
    area(difference(featureCollection([polygon(a), polygon(b)])) ?? polygon([]));
  const [mine, theirs] = [ring(116, 116.01), ring(116.004, 116.012)];
  expect(got.onlyMine).toHaveLength(1);
  expect(got.onlyTheirs).toHaveLength(1);
  expect(got.onlyMineM2 / only(mine, theirs)).toBeCloseTo(1, 6);
  expect(got.onlyTheirsM2 / only(theirs, mine)).toBeCloseTo(1, 6);
});

it('tells it of base units, too', async () => {
  const unit = (west: number, east: number) =>
    record('baseUnit', 6, {
      name: '三号',
      code: '3',
      geometry: { type: 'Polygon', coordinates: ring(west, east) },
    });
  const got = await compareGround({ mine: unit(116, 116.01), theirs: unit(116.004, 116.01) });
  expect([got.onlyMine.length, got.onlyTheirs.length]).toEqual([1, 0]);
});

it('takes all of it where one side has removed the record, and none where there is no ground', async () => {
  const gone = await compareGround({ mine: block(116, 116.01), theirs: null });
  expect([gone.onlyMine.length, gone.onlyTheirsM2]).toEqual([1, 0]);
  const person = record('person', 7, { name: '王一' });
  const other = await compareGround({
    mine: person,
    theirs: { ...person, id: idOf(7), phone: '1' },
  });
  expect(other).toEqual({ onlyMine: [], onlyTheirs: [], onlyMineM2: 0, onlyTheirsM2: 0 });
});
