import { expect, it } from 'vitest';
import { homeBounds, homeKind } from '#renderer/map/home-bounds.ts';
import { Document } from '#shared/edits/document.ts';
import { issuesAt } from '#test/unit/shared/analysis/issues-at.ts';
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

it('begins at issues where there is nothing else', () => {
  const issues = issuesAt([[116.2, 39.1]]);
  expect(homeBounds(new Document([issues]))).toEqual([116.2, 39.1, 116.2, 39.1]);
  expect(homeBounds(new Document([issues, unit]))).toEqual([116, 39, 116.01, 39.01]);
});

it('has something to show as soon as anything has a place', () => {
  expect(homeKind(new Document([]))).toBeNull();
  expect(homeKind(new Document([record('person', 4, { name: '王一' })]))).toBeNull();
  expect(homeKind(new Document([unit]))).toBe('baseUnit');
  expect(homeKind(new Document([unit, zone]))).toBe('zone');
});
