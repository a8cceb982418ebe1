import { describe, expect, it } from 'vitest';
import { fieldDifferences } from '#renderer/features/keep/field-differences.ts';
import { parseRecord } from '#shared/model/record.ts';
import { box } from '#test/unit/shared/formats/import/import-fixtures.ts';

const id = '00000000-0000-4000-8000-000000000001';
const unit = (name: string, attributes: Record<string, string | number>) =>
  parseRecord({ kind: 'baseUnit', id, name, code: '', geometry: box(1, 1, 2, 2), attributes });

describe('the fields in which two states of a record differ', () => {
  it('name each further attribute that differs by itself, and none of the others', () => {
    const mine = unit('网格', { 备注: '甲', 面积: 1, 用途: '居住' });
    const theirs = unit('网格', { 备注: '乙', 面积: 1, 等级: 2 });
    expect(fieldDifferences(mine, theirs, () => null)).toEqual([
      { field: 'attributes', attribute: '备注', mine: '甲', theirs: '乙' },
      { field: 'attributes', attribute: '用途', mine: '居住', theirs: '–' },
      { field: 'attributes', attribute: '等级', mine: '–', theirs: '2' },
    ]);
  });

  it('are told by name, the shape apart', () => {
    const mine = unit('甲网格', {});
    const theirs = { ...unit('乙网格', {}), geometry: box(1, 1, 3, 2) };
    expect(fieldDifferences(mine, theirs as typeof mine, () => null)).toEqual([
      { field: 'name', attribute: null, mine: '甲网格', theirs: '乙网格' },
    ]);
  });
});
