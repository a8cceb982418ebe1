import { describe, expect, it } from 'vitest';
import { chainOf, isPlace, type Place, placesAbove } from '#shared/analysis/chain.ts';
import { zoneAt } from '#shared/analysis/zone-at.ts';
import { Document } from '#shared/edits/document.ts';
import { parseRecord, type RecordOf } from '#shared/model/record.ts';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [116, 39],
      [117, 39],
      [117, 40],
      [116, 40],
      [116, 39],
    ],
  ],
};
const roles = [
  { key: 'lead', name: '街道包联', level: 'street', required: true },
  { key: 'keeper', name: '片长', level: 'zone', required: true },
  { key: 'helper', name: '网格员', level: 'zone', required: false },
];
const records = [
  {
    kind: 'project',
    id: id(1),
    name: 'p',
    createdAt: '2026-01-01T00:00:00Z',
    schemes: { issueClasses: [], pointKinds: [], roles, negativeList: [] },
  },
  { kind: 'district', id: id(2), name: '区', code: '', geometry: square },
  { kind: 'street', id: id(3), districtId: id(2), name: '街道', code: '', geometry: square },
  { kind: 'community', id: id(4), streetId: id(3), name: '社区', code: '', geometry: square },
  { kind: 'zone', shape: 'block', id: id(5), parentId: id(4), name: '片', geometry: square },
  {
    kind: 'zone',
    shape: 'strip',
    id: id(6),
    parentId: id(4),
    name: '路',
    widthM: 40,
    geometry: {
      type: 'LineString',
      coordinates: [
        [116.5, 39.1],
        [116.5, 39.9],
      ],
    },
  },
  { kind: 'person', id: id(7), name: '甲' },
  {
    kind: 'post',
    id: id(8),
    role: 'keeper',
    personId: id(7),
    level: 'zone',
    targetId: id(5),
    from: '2026-01-01',
    to: '2026-02-01',
  },
  {
    kind: 'post',
    id: id(9),
    role: 'keeper',
    personId: null,
    level: 'zone',
    targetId: id(5),
    from: '2026-02-02',
  },
].map(parseRecord);
const document = new Document(records);
const zone = document.get(id(5)) as Place;

describe('chain of responsibility', () => {
  it('goes from the district down to the zone', () => {
    expect(placesAbove(document, zone).map((place) => place.name)).toEqual([
      '区',
      '街道',
      '社区',
      '片',
    ]);
  });

  it('names the holder in office on the day, first and last day included', () => {
    const names = (day: string) =>
      chainOf(document, placesAbove(document, zone), day).map(({ role, holders }) => [
        role.key,
        holders.map(({ person }) => person?.name ?? null),
      ]);
    expect(names('2026-01-01')).toEqual([
      ['lead', []],
      ['keeper', ['甲']],
    ]);
    expect(names('2026-02-01')).toEqual([
      ['lead', []],
      ['keeper', ['甲']],
    ]);
    expect(names('2026-02-02')).toEqual([
      ['lead', []],
      ['keeper', [null]],
    ]);
    expect(names('2025-12-31')).toEqual([
      ['lead', []],
      ['keeper', []],
    ]);
  });

  it('does not run in circles when parents do', () => {
    const loop = { ...(zone as RecordOf<'zone'>), parentId: zone.id };
    expect(placesAbove(new Document([loop]), loop)).toEqual([loop]);
  });

  it('lets a strip answer before the block below it', () => {
    const zones = document.all('zone');
    expect(zoneAt(zones, [116.50001, 39.5])?.name).toBe('路');
    expect(zoneAt(zones, [116.6, 39.5])?.name).toBe('片');
    expect(zoneAt(zones, [118, 39.5])).toBeUndefined();
  });

  it('knows what a place is', () => {
    expect(isPlace(zone)).toBe(true);
    expect(isPlace(document.get(id(7)))).toBe(false);
    expect(isPlace(undefined)).toBe(false);
  });
});
