import { expect, it } from 'vitest';
import { boundsOf } from '#renderer/map/geometry-bounds.ts';
import { recordPlace } from '#renderer/map/record-place.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { box } from '#test/unit/shared/formats/import/import-fixtures.ts';

it('is the ground of a base unit, and nothing for a person', () => {
  const geometry = box(116, 39, 116.01, 39.01);
  const unit = record('baseUnit', 2, { name: '甲', code: '', geometry });
  expect(boundsOf([recordPlace(unit)])).toEqual([116, 39, 116.01, 39.01]);
  expect(recordPlace(record('person', 3, { name: '王一' }))).toBeNull();
});
