import { describe, expect, it } from 'vitest';
import { importTargets, keepsRest } from '#shared/formats/mapping/fields.ts';
import type { Table } from '#shared/formats/table.ts';
import {
  box,
  geoTables,
  plan,
  projectRecord,
  source,
  uuid,
} from '#test/unit/shared/formats/import/import-fixtures.ts';
import { parseRecord } from '#shared/model/record.ts';

describe('columns without a field', () => {
  const row = { name: '甲', code: '1', 上报时间: '2026-03-01 08:00', 签到时间: '8:00', 胎压: 2.4 };
  const withDistrict = [
    projectRecord(),
    parseRecord({
      kind: 'district',
      id: uuid(2),
      name: '试验区',
      code: '',
      geometry: box(115, 38, 117, 40),
    }),
  ];

  it.each(importTargets)('are kept or dropped by a %s as the dialog says', async (target) => {
    const place = target === 'point' || target === 'issue' || target === 'team';
    const geometry = place
      ? { type: 'Point', coordinates: [116, 39] }
      : box(116, 39, 116.01, 39.01);
    const table = geoTables([geometry, row])[0] as Table;
    const mapped = source(table, target, { addUnknown: true, day: '2026-03-01' });
    const done = await plan([mapped], target === 'street' ? withDistrict : undefined);
    expect(done.rejected).toEqual([]);
    const kept = done.records.some(
      (record) => 'attributes' in record && record.attributes['胎压'] === 2.4,
    );
    expect(keepsRest(target)).toBe(kept);
  });
});
