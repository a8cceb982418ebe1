import { describe, expect, it } from 'vitest';
import { type ImportTable, keepChosen } from '#renderer/features/import/import-file.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import type { ParsedTable } from '#shared/jobs/parse-import.ts';

const mapping = (target: TableMapping['target']): TableMapping => ({
  target,
  columns: {},
  swapped: false,
  addUnknown: true,
  fallback: '',
});

function table(guessCount: number, more: Partial<ImportTable> = {}): ImportTable {
  return {
    description: { layer: '', columns: [], guessCount } as unknown as ParsedTable,
    mapping: mapping('zone'),
    remembered: true,
    mappingChosen: false,
    system: { crs: 'EPSG:4326', swapped: false },
    systemChosen: false,
    ...more,
  };
}

describe('a file that is read again', () => {
  it('takes what is new, but keeps what the user chose', () => {
    const system = { crs: 'GCJ-02', swapped: true };
    const before = [
      table(0, { mapping: mapping('point'), mappingChosen: true, remembered: false }),
      table(0, {
        mapping: null,
        mappingChosen: true,
        remembered: false,
        system,
        systemChosen: true,
      }),
      table(0, { system }),
    ];
    const read = keepChosen(before, [table(1), table(2), table(3), table(4)]);
    expect(read).toEqual([
      table(1, { mapping: mapping('point'), mappingChosen: true, remembered: false }),
      table(2, {
        mapping: null,
        mappingChosen: true,
        remembered: false,
        system,
        systemChosen: true,
      }),
      table(3),
      table(4),
    ]);
    expect(keepChosen(null, [table(1)])).toEqual([table(1)]);
  });
});
