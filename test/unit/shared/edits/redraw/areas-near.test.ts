import { describe, expect, it } from 'vitest';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { moveVertices } from '#shared/edits/commands/move-vertices.ts';
import type { Document } from '#shared/edits/document.ts';
import { areasNear } from '#shared/edits/redraw/areas-near.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';
import { at } from './redrawn.ts';

//  +-----+-----+
//  |  A  |  B  |
//  +-----+-----+
const plan = () =>
  district([box(0, 0, 20, 10)], { A: [box(0, 0, 10, 10)], B: [box(10, 0, 20, 10)] });

const namesNear = (document: Document, x: number, y: number) =>
  areasNear(document.all('zone'), [...at(x, y), ...at(x, y)]).map(({ name }) => name);

describe('areasNear', () => {
  it('answers those whose box holds the place, and leaves out what has no rings', () => {
    const document = plan();
    const site = record('zone', 0x900, {
      shape: 'site',
      name: '点',
      parentId: null,
      radiusM: 10,
      geometry: { type: 'Point', coordinates: at(5, 5) },
    });
    const put = putRecords(document, { records: [site] });
    if ('patch' in put) document.apply(put.patch);
    expect(document.get(idOf(0x900))).toBeDefined();
    expect(namesNear(document, 5, 5)).toEqual(['A']);
    expect(namesNear(document, 10, 5)).toEqual(['A', 'B']);
    expect(namesNear(document, 30, 5)).toEqual([]);
  });

  it('follows what is edited', () => {
    const document = plan();
    expect(namesNear(document, 11, 5)).toEqual(['B']);
    const moves = [{ from: at(10, 0), to: at(12, 0) }];
    const moved = moveVertices(document, { moves, allowInvalid: true });
    if ('patch' in moved) document.apply(moved.patch);
    expect(namesNear(document, 11, 5)).toEqual(['A', 'B']);
  });
});

describe('a change that is asked about twice', () => {
  it('is the same records, until a zone is otherwise', () => {
    const document = plan();
    const moves = [{ from: at(10, 0), to: at(12, 0) }];
    const zonesOf = (allowInvalid: boolean) => {
      const result = moveVertices(document, { moves, allowInvalid });
      return 'patch' in result ? Object.values(result.patch.updated).map(([, to]) => to) : [];
    };
    const first = zonesOf(true);
    expect(first).toHaveLength(2);
    expect(zonesOf(true).every((zone, i) => zone === first[i])).toBe(true);
    const renamed = { ...zoneNamed(document, 'A'), name: '甲' };
    const put = putRecords(document, { records: [renamed] });
    if ('patch' in put) document.apply(put.patch);
    expect(zonesOf(true)).toContainEqual(expect.objectContaining({ name: '甲' }));
  });
});
