import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recallMapping, rememberMapping } from '#renderer/features/import/mapping-store.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';

const mapping: TableMapping = {
  target: 'point',
  columns: { name: '名称' },
  swapped: false,
  addUnknown: true,
  fallback: '未分类',
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

describe('remembered mappings', () => {
  it('come back for the same headings in any order, and for no others', () => {
    rememberMapping(['名称', '经度'], mapping);
    expect(recallMapping(['经度', '名称'])).toEqual(mapping);
    expect(recallMapping(['名称'])).toBeNull();
    rememberMapping(['经度', '名称'], { ...mapping, target: 'issue' });
    expect(recallMapping(['名称', '经度'])?.target).toBe('issue');
  });

  it('forget the heading sets used longest ago', () => {
    for (let index = 0; index < 60; index += 1) rememberMapping([`列${index}`], mapping);
    expect(recallMapping(['列59'])).toEqual(mapping);
    expect(recallMapping(['列10'])).toEqual(mapping);
    expect(recallMapping(['列9'])).toBeNull();
  });

  it('are proposed afresh when what is stored cannot be read', () => {
    for (const broken of ['{', '[1]', '[{"headings":"x"}]']) {
      localStorage.setItem('hengzong-import-mappings', broken);
      expect(recallMapping(['名称'])).toBeNull();
      rememberMapping(['名称'], mapping);
      expect(recallMapping(['名称'])).toEqual(mapping);
    }
  });
});
