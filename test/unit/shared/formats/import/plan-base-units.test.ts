import { describe, expect, it } from 'vitest';
import type { Table } from '#shared/formats/table.ts';
import {
  box,
  geoTables,
  plan,
  projectRecord,
  reasons,
  recordsOf,
  source,
} from './import-fixtures.ts';

const only = (...features: [unknown, object][]) => geoTables(...features)[0] as Table;
const cells = only(
  [
    box(116, 39, 116.01, 39.01),
    { 单元编码: '110108001001001', code: '110108001001001', 面积: 9870 },
  ],
  [box(116.01, 39, 116.02, 39.01), { code: '', name: '' }],
  [box(116.02, 39, 116.03, 39.01), { code: '110108001001003', name: '三号' }],
);

describe('importing base units', () => {
  it('names one by its code, and one without either by its row; the rest stays with it', async () => {
    const done = await plan([source(cells, 'baseUnit')]);
    expect(done.rejected).toEqual([]);
    expect(done.added).toEqual({ baseUnit: 3 });
    expect(recordsOf(done, 'baseUnit').map(({ name, code }) => [name, code])).toEqual([
      ['110108001001001', '110108001001001'],
      ['2', ''],
      ['三号', '110108001001003'],
    ]);
    expect(recordsOf(done, 'baseUnit')[0]?.attributes).toMatchObject({ 面积: 9870 });
  });

  it('brings one with the same code up to date instead of doubling it', async () => {
    const first = await plan([source(cells, 'baseUnit')]);
    const known = [projectRecord(), ...first.records];
    const again = await plan([source(cells, 'baseUnit')], known);
    expect([again.added, again.updated, again.unchanged]).toEqual([{}, {}, 3]);
    const moved = only([box(116.02, 39, 116.04, 39.01), { code: '110108001001003', name: '三号' }]);
    const done = await plan([source(moved, 'baseUnit')], known);
    expect(done.updated).toEqual({ baseUnit: 1 });
    expect(recordsOf(done, 'baseUnit')[0]?.id).toBe(recordsOf(first, 'baseUnit')[2]?.id);
  });

  it('sends back what is no area', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [116, 39],
        [116.1, 39],
      ],
    };
    const done = await plan([source(only([line, { code: '1' }]), 'baseUnit')]);
    expect(reasons(done)).toEqual([[1, 'notArea', { type: 'LineString' }]]);
  });
});
