import { describe, expect, it } from 'vitest';
import {
  indexRecord,
  search,
  searchedKinds,
  searchedRecords,
} from '#renderer/features/search/search-index.ts';
import { Document } from '#shared/edits/document.ts';
import { parseRecord, type RecordOf } from '#shared/model/record.ts';

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [116, 39],
      [117, 39],
      [117, 40],
      [116, 39],
    ],
  ],
};
const streets = ['学院路街道', '花园路街道', '清河街道', '中关村街道'].map((name, index) =>
  indexRecord(
    parseRecord({
      kind: 'street',
      id: `00000000-0000-4000-8000-00000000000${index}`,
      districtId: '00000000-0000-4000-8000-000000000009',
      name,
      code: `11010800${index}000`,
      geometry: square,
    }) as RecordOf<'street'>,
  ),
);
const found = (typed: string) => search(streets, typed).map((entry) => entry.record.name);

describe('search', () => {
  it.each([
    ['Chinese', '学院', ['学院路街道']],
    ['full pinyin', 'xueyuanlu', ['学院路街道']],
    ['initials', 'xyl', ['学院路街道']],
    ['capitals and spaces', 'Qing He', ['清河街道']],
    ['a code', '110108003000', ['中关村街道']],
    ['part of the name', '路街', ['学院路街道', '花园路街道']],
    ['nothing', '  ', []],
    ['what is not there', '朝阳', []],
  ])('finds by %s', (_, typed, names) => {
    expect(found(typed)).toEqual(names);
  });

  it('finds a name with spaces and capitals however it is typed', () => {
    const zone = indexRecord(
      parseRecord({
        kind: 'zone',
        id: '00000000-0000-4000-8000-0000000000aa',
        parentId: null,
        name: '上地-03 A 片',
        code: 'SD 03',
        shape: 'block',
        geometry: square,
      }) as RecordOf<'zone'>,
    );
    for (const typed of ['上地-03 A 片', '上地-03a片', 'sd03', 'shangdi-03 a', 'sd-03a']) {
      expect(search([zone], typed), typed).toEqual([zone]);
    }
  });

  it('finds base units by name and code, those that are not meant alone behind all else', () => {
    const document = new Document([
      ...streets.map(({ record }) => record),
      ...[1, 2].map((number) =>
        parseRecord({
          kind: 'baseUnit',
          id: `00000000-0000-4000-8000-0000000000b${number}`,
          name: `路街单元 ${number}`,
          code: `11010800${number}`,
          geometry: square,
        }),
      ),
    ]);
    const entries = searchedRecords(document, searchedKinds).map(indexRecord);
    const names = (typed: string) => search(entries, typed).map(({ record }) => record.name);
    expect(names('路街单元2')).toEqual(['路街单元 2']);
    expect(names('110108002')[0]).toBe('路街单元 2');
    expect(names('路街')).toEqual(['学院路街道', '花园路街道', '路街单元 1', '路街单元 2']);
  });

  it('puts the beginning of a name before its middle', () => {
    expect(found('l')).not.toContain('清河街道');
    expect(found('hyl')[0]).toBe('花园路街道');
  });
});
