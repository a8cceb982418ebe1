import { describe, expect, it } from 'vitest';
import {
  box,
  geoTable,
  plan,
  projectRecord,
  reasons,
  recordsOf,
  source,
} from './import-fixtures.ts';

const cells = geoTable(
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
      ['#2', ''],
      ['三号', '110108001001003'],
    ]);
    expect(recordsOf(done, 'baseUnit')[0]?.attributes).toMatchObject({ 面积: 9870 });
  });

  it('brings one with the same code up to date instead of doubling it', async () => {
    const first = await plan([source(cells, 'baseUnit')]);
    const known = [projectRecord(), ...first.records];
    const again = await plan([source(cells, 'baseUnit')], known);
    expect([again.added, again.updated, again.unchanged]).toEqual([{}, {}, 3]);
    const moved = geoTable([
      box(116.02, 39, 116.04, 39.01),
      { code: '110108001001003', name: '三号' },
    ]);
    const done = await plan([source(moved, 'baseUnit')], known);
    expect(done.updated).toEqual({ baseUnit: 1 });
    expect(recordsOf(done, 'baseUnit')[0]?.id).toBe(recordsOf(first, 'baseUnit')[2]?.id);
  });

  it('knows those that are all called the same, and have no code, by their ground', async () => {
    const blocks = geoTable(
      [box(116.0000000312, 39, 116.01, 39.01), { name: '街区' }],
      [box(116.01, 39, 116.02, 39.01), { name: '街区' }],
      [box(116.02, 39, 116.03, 39.01), {}],
    );
    const first = await plan([source(blocks, 'baseUnit')]);
    expect(first.added).toEqual({ baseUnit: 3 });
    const known = [projectRecord(), ...first.records];
    const again = await plan([source(blocks, 'baseUnit')], known);
    expect([again.added, again.updated, again.unchanged]).toEqual([{}, {}, 3]);
    const skipped = await plan([source(blocks, 'baseUnit')], known, undefined, {
      known: 'skip',
      repeated: 'return',
    });
    expect([skipped.skipped, skipped.records]).toEqual([3, []]);
  });

  it('tells two on the same ground by their codes alone', async () => {
    const ground = box(116, 39, 116.01, 39.01);
    const twice = geoTable([ground, { 面积: 1 }], [ground, { 面积: 2 }]);
    const done = await plan([source(twice, 'baseUnit')]);
    expect(done.added).toEqual({ baseUnit: 1 });
    expect(reasons(done)).toEqual([[2, 'duplicate', { row: 1 }]]);
    const coded = await plan([
      source(geoTable([ground, { code: 'A' }], [ground, { code: 'B' }]), 'baseUnit'),
    ]);
    expect(coded.added).toEqual({ baseUnit: 2 });
  });

  it('no longer finds one on the ground that it has left', async () => {
    const [here, there] = [box(116, 39, 116.01, 39.01), box(116.02, 39, 116.03, 39.01)];
    const first = await plan([source(geoTable([here, { code: 'A' }]), 'baseUnit')]);
    const moved = geoTable([there, { code: 'A' }], [here, {}]);
    const done = await plan([source(moved, 'baseUnit')], [projectRecord(), ...first.records]);
    expect([done.rejected, done.added, done.updated]).toEqual([
      [],
      { baseUnit: 1 },
      { baseUnit: 1 },
    ]);
  });

  it.each(['2', '#2', '＃2'])(
    'takes no unit called by its row for the %s of another file',
    async (name) => {
      const first = await plan([source(cells, 'baseUnit')]);
      const other = geoTable([box(116.5, 39, 116.51, 39.01), { name }]);
      const done = await plan([source(other, 'baseUnit')], [projectRecord(), ...first.records]);
      expect([done.added, done.updated]).toEqual([{ baseUnit: 1 }, {}]);
      expect(recordsOf(done, 'baseUnit')[0]?.name).toBe(name);
    },
  );

  it('leaves the name of a unit as it is where a row has none', async () => {
    const first = await plan([source(cells, 'baseUnit')]);
    const unnamed = geoTable([box(116.02, 39, 116.04, 39.01), { code: '110108001001003' }]);
    const done = await plan([source(unnamed, 'baseUnit')], [projectRecord(), ...first.records]);
    expect(recordsOf(done, 'baseUnit').map(({ name }) => name)).toEqual(['三号']);
  });

  it('sends back what is no area', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [116, 39],
        [116.1, 39],
      ],
    };
    const done = await plan([source(geoTable([line, { code: '1' }]), 'baseUnit')]);
    expect(reasons(done)).toEqual([[1, 'notArea', { type: 'LineString' }]]);
  });
});
