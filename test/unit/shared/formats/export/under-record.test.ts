import { describe, expect, it } from 'vitest';
import { Document } from '#shared/edits/document.ts';
import { underRecord } from '#shared/formats/export/under-record.ts';
import { type AnyRecord, parseRecord } from '#shared/model/record.ts';
import { box, uuid } from '#test/unit/shared/formats/import/import-fixtures.ts';

/*
 *  street 2        street 3
 *  +---------+     +----+
 *  | comm 4  |     | p8 |
 *  |  zone 5 |     |    |
 *  |   p7    |     +----+
 *  +---------+
 */
const common = { code: '', attributes: {} };
const records: AnyRecord[] = [
  {
    kind: 'street',
    id: uuid(2),
    name: '甲街',
    districtId: uuid(1),
    geometry: box(116, 39, 117, 40),
  },
  {
    kind: 'street',
    id: uuid(3),
    name: '乙街',
    districtId: uuid(1),
    geometry: box(118, 39, 119, 40),
  },
  {
    kind: 'community',
    id: uuid(4),
    name: '社区',
    streetId: uuid(2),
    geometry: box(116, 39, 117, 40),
  },
  {
    kind: 'zone',
    id: uuid(5),
    name: '片',
    parentId: uuid(4),
    shape: 'block',
    categories: [],
    geometry: box(116, 39, 117, 40),
  },
  {
    kind: 'point',
    id: uuid(7),
    name: '点',
    pointKind: 'school',
    address: '',
    position: [116.5, 39.5],
  },
  {
    kind: 'point',
    id: uuid(8),
    name: '点',
    pointKind: 'school',
    address: '',
    position: [118.5, 39.5],
  },
].map((record) => parseRecord({ ...common, ...record }));

const idsUnder = (id: string) => {
  const part = underRecord(new Document(records), id);
  return records.filter((record) => part.has(record)).map((record) => record.id);
};

describe('underRecord', () => {
  it('is a street with all below it and the points on its ground', () => {
    expect(idsUnder(uuid(2))).toEqual([uuid(2), uuid(4), uuid(5), uuid(7)]);
    expect(idsUnder(uuid(3))).toEqual([uuid(3), uuid(8)]);
  });

  it('is a community with its zones, and a point alone', () => {
    expect(idsUnder(uuid(4))).toEqual([uuid(4), uuid(5), uuid(7)]);
    expect(idsUnder(uuid(8))).toEqual([uuid(8)]);
    expect(underRecord(new Document(records), uuid(8)).covers([118.5, 39.5])).toBe(false);
  });
});
