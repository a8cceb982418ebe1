import { expect, it } from 'vitest';
import { homeBounds, isEmptyMap } from '#renderer/map/home-bounds.ts';
import { Document } from '#shared/edits/document.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { box } from '#test/unit/shared/formats/import/import-fixtures.ts';

const unit = record('baseUnit', 2, {
  name: '甲',
  code: '',
  geometry: box(116, 39, 116.01, 39.01),
});
const zone = record('zone', 3, {
  parentId: null,
  name: '片',
  shape: 'block',
  geometry: box(116, 39, 116.5, 39.5),
});

it('begins at base units where there is nothing else, and at what ranks higher where there is', () => {
  expect(homeBounds(new Document([unit]))).toEqual([116, 39, 116.01, 39.01]);
  expect(homeBounds(new Document([unit, zone]))).toEqual([116, 39, 116.5, 39.5]);
  expect(homeBounds(new Document([]))).toBeNull();
});

it('is empty only without any ground', () => {
  expect(isEmptyMap(new Document([]))).toBe(true);
  expect(isEmptyMap(new Document([record('person', 4, { name: '王一' })]))).toBe(true);
  expect(isEmptyMap(new Document([unit]))).toBe(false);
});
