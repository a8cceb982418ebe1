import { expect, it } from 'vitest';
import { placeOf } from '#renderer/windows/planner/place-of.ts';
import { Document } from '#shared/edits/document.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { box } from '#test/unit/shared/formats/import/import-fixtures.ts';

it('leads to the bounds of a base unit, and nowhere for a person without a post', () => {
  const geometry = box(116, 39, 116.01, 39.01);
  const document = new Document([
    record('baseUnit', 2, { name: '甲', code: '', geometry }),
    record('person', 3, { name: '王一' }),
  ]);
  expect(placeOf(document, idOf(2))).toEqual({ bounds: [116, 39, 116.01, 39.01] });
  expect(placeOf(document, idOf(3))).toBeUndefined();
});
