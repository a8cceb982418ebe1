import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beijing, CliProgram, collection, square, zone } from './cli-program.ts';

const program = new CliProgram();
beforeAll(() => program.build(), 120_000);
afterAll(() => program.remove());
const run = (...args: string[]) => program.run(...args);
const file = (name: string, content: unknown) => program.file(name, content);
const answer = (...args: string[]) => program.answer(...args);

describe('hengzong check', () => {
  // +---+-+---+
  // | A |#| B |///   A and B overlap by 100 m², 300 m² of the outline are free
  // +---+-+---+
  it('answers in JSON with names, areas, places and counts', () => {
    const zones = file(
      'zones.geojson',
      collection(
        zone({ 名称: '甲' }, square(0, 0, 60, 10)),
        zone({ Name: '乙', other: 'x' }, square(50, 0, 70, 10)),
      ),
    );
    const boundary = file('boundary.json', {
      type: 'Polygon',
      coordinates: square(0, 0, 100, 10),
    });
    const points = file('points.json', {
      type: 'MultiPoint',
      coordinates: [
        [55, 5],
        [5, 5],
        [99, 5],
      ],
    });
    const got = answer('--zones', zones, '--boundary', boundary, '--points', points, '--planar');
    expect(got.status).toBe(1);
    expect(got.ok).toBe(false);
    expect(got.areas).toEqual({
      boundary: 1000,
      covered: 700,
      gap: 300,
      overlap: 100,
      outside: 0,
      exception: 0,
      balance: 0,
    });
    expect(got.findings.map(({ rule, zones: names, area }) => [rule, names, area])).toEqual([
      ['gap', ['乙'], 300],
      ['overlap', ['甲', '乙'], 100],
      ['uncovered-point', [], null],
      ['double-covered-point', ['甲', '乙'], null],
    ]);
    for (const key of ['id', 'severity', 'width', 'at', 'geometry', 'message']) {
      expect(got.findings[0]).toHaveProperty(key);
    }
    expect(got.counts).toMatchObject({ zones: 2, points: 3, gap: 1, overlap: 1, mismatch: 0 });
    expect(Object.keys(got.timings)).toEqual(['read', 'parse', 'check']);
  });

  it('exits with 0 when everything is covered, and says so in both languages', () => {
    const zones = file('one.json', zone({ name: 'A' }, square(0, 0, 10, 10)));
    const args = ['check', '--zones', zones, '--boundary', zones, '--planar'];
    const chinese = run(...args);
    expect(chinese).toMatchObject({ status: 0, stderr: '' });
    expect(chinese.stdout).toContain('全覆盖');
    expect(run(...args, '--lang', 'en').stdout).toContain('Everything is covered');
  });

  it.each([
    ['xicheng', 0, 0],
    ['haidian', 4, 3],
  ])('finds in %s %d gaps and %d overlaps', (district, gaps, overlaps) => {
    const streets = join(beijing, `${district}-streets.geojson`);
    const got = answer(
      '--zones',
      streets,
      '--boundary',
      join(beijing, `${district}-outline.geojson`),
    );
    expect(got.status).toBe(1);
    expect(got.counts).toMatchObject({ gap: gaps, overlap: overlaps });
    expect(got.findings[0]?.['zones']).not.toEqual([]);
  });

  it('never calls zones without a boundary covered', () => {
    const zones = file('alone.json', zone({}, square(0, 0, 10, 10)));
    const got = answer('--zones', zones, '--planar');
    expect(got).toMatchObject({ status: 1, ok: false, nothing: 'no-boundary', findings: [] });
    expect(got.areas).toEqual({
      boundary: 100,
      covered: 100,
      gap: 0,
      overlap: 0,
      outside: 0,
      exception: 0,
      balance: 0,
    });
    expect(run('check', '--zones', zones, '--planar').stdout).toContain('没有外界线');
  });

  it('keeps zones of the same name apart and uses the name property asked for', () => {
    const zones = file(
      'same.json',
      collection(
        zone({ name: 'A', code: 1, nick: '东' }, square(0, 0, 6, 10)),
        zone({ name: 'A', code: 2 }, square(5, 0, 10, 10)),
      ),
    );
    const args = ['--zones', zones, '--boundary', file('b.json', zone({}, square(0, 0, 10, 10)))];
    const got = answer(...args, '--planar');
    expect(got.findings.map((f) => [f['rule'], f['zones']])).toEqual([['overlap', ['A', 'A']]]);
    const nick = answer(...args, '--planar', '--name-property=nick');
    expect(nick.findings[0]?.['zones']).toEqual(['东', '#2']);
  });

  it('reads a byte order mark and collections, and warns of features it leaves out', () => {
    const zones = file(
      'bom.json',
      `\uFEFF${JSON.stringify(
        collection(
          { type: 'Feature', properties: null, geometry: null },
          { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 1] } },
          {
            type: 'Feature',
            properties: { name: 'A' },
            geometry: {
              type: 'GeometryCollection',
              geometries: [
                { type: 'Polygon', coordinates: square(0, 0, 5, 10) },
                { type: 'Polygon', coordinates: square(5, 0, 10, 10) },
              ],
            },
          },
        ),
      )}`,
    );
    const boundary = file('b2.json', zone({}, square(0, 0, 10, 10)));
    const args = ['check', '--zones', zones, '--boundary', boundary, '--planar'];
    expect(
      run(...args)
        .stderr.trim()
        .split('\n'),
    ).toHaveLength(2);
    const got = answer(...args.slice(1));
    expect(got).toMatchObject({ status: 0, ok: true, counts: { zones: 1 } });
    expect(got.warnings).toHaveLength(2);
  });

  it('warns of a coordinate system that the file names and the check does not read', () => {
    const named = (name: string) =>
      file('named.json', {
        ...collection(zone({}, square(116, 39, 116.01, 39.01))),
        crs: { type: 'name', properties: { name } },
      });
    const warningsOf = (name: string, ...more: string[]) =>
      answer('--zones', named(name), ...more).warnings;
    expect(warningsOf('GCJ-02')).toEqual([expect.stringContaining('坐标系是 GCJ-02')]);
    expect(warningsOf('urn:ogc:def:crs:EPSG::4527')).toHaveLength(1);
    expect(warningsOf('urn:ogc:def:crs:OGC:1.3:CRS84')).toEqual([]);
    expect(warningsOf('urn:ogc:def:crs:EPSG::4490')).toEqual([]);
    expect(warningsOf('urn:ogc:def:crs:EPSG::4527', '--planar')).toEqual([]);
  });

  it('warns of a collection without any geometry', () => {
    const bare = { type: 'Feature', geometry: { type: 'GeometryCollection', geometries: [] } };
    const zones = file('bare.json', collection(bare, zone({}, square(116, 39, 116.01, 39.01))));
    expect(answer('--zones', zones).warnings).toEqual([expect.stringContaining('第 1 个要素')]);
  });

  it('names the same ground entered three times in one finding', () => {
    const again = zone({ name: 'A' }, square(0, 0, 10, 10));
    const zones = file(
      'again.json',
      collection(again, again, zone({ name: 'B' }, square(0, 0, 10, 10))),
    );
    const got = answer('--zones', zones, '--boundary', zones, '--planar');
    expect(got.findings.map((f) => [f['rule'], f['zones']])).toEqual([
      ['invalid', []],
      ['duplicate', ['A', 'A', 'B']],
    ]);
  });

  it('names invalid rings instead of failing on them', () => {
    const zones = file(
      'bow.json',
      collection(
        zone({ name: 'bow' }, [
          [
            [0, 0],
            [10, 10],
            [10, 0],
            [0, 10],
            [0, 0],
          ],
        ]),
        zone({ name: 'nought' }, []),
        zone({ name: 'short' }, [[[0, 0]]]),
      ),
    );
    const got = answer('--zones', zones, '--planar');
    expect(got.status).toBe(1);
    expect(got.findings.map((f) => [f['rule'], f['zones']])).toEqual([
      ['invalid', ['bow']],
      ['invalid', ['short']],
    ]);
    expect(got.warnings).toHaveLength(1);
  });

  const good = JSON.stringify(zone({ name: 'A' }, square(116, 39, 116.01, 39.01)));
  it.each<[string, string, string[]]>([
    ['a missing file', '找不到文件', ['--zones', 'nowhere.geojson']],
    ['a folder', '是文件夹', ['--zones', '.']],
    ['an empty file', '是空文件', ['--zones', file('empty.json', ' \n')]],
    ['no JSON', '不是 JSON', ['--zones', file('no.json', '{"type":')]],
    ['no GeoJSON', '不是 GeoJSON', ['--zones', file('list.json', '[1, 2]')]],
    ['a bare null', '不是 GeoJSON', ['--zones', file('null.json', 'null')]],
    ['no polygons', '没有面', ['--zones', file('none.json', collection())]],
    ['a topology', '不是 GeoJSON', ['--zones', file('topo.json', '{"type":"Topology"}')]],
    [
      'text for numbers',
      '不是数字',
      [
        '--zones',
        file(
          'text.json',
          zone({}, [
            [
              ['116', '39'],
              ['117', '39'],
              ['117', '40'],
            ],
          ]),
        ),
      ],
    ],
    [
      'an infinite number',
      '不是数字',
      ['--zones', file('inf.json', '{"type":"Polygon","coordinates":[[[1e999,0],[1,1],[2,2]]]}')],
    ],
    [
      'wrong nesting of arrays',
      '结构有误',
      ['--zones', file('flat.json', { type: 'Polygon', coordinates: square(0, 0, 1, 1)[0] })],
    ],
    [
      'latitude first',
      '纬度写在了前面',
      ['--zones', file('swap.json', zone({}, square(39, 116, 39.1, 116.1)))],
    ],
    [
      'latitude first in one of its features',
      '第 2 个要素的坐标像是把纬度写在了前面',
      [
        '--zones',
        file(
          'swap-one.json',
          collection(
            zone({}, square(116, 39, 116.1, 39.1)),
            zone({}, square(39, 116, 39.1, 116.1)),
          ),
        ),
      ],
    ],
    [
      'a record that is no feature',
      '第 1 条不是 GeoJSON 要素',
      ['--zones', file('no-feature.json', collection(null))],
    ],
    [
      'a geometry of no known type',
      '第 1 个要素的图形类型',
      [
        '--zones',
        file('polygn.json', collection({ type: 'Feature', geometry: { type: 'Polygn' } })),
      ],
    ],
    [
      'a collection without its list',
      '第 1 个要素的 GeometryCollection 坐标结构有误',
      [
        '--zones',
        file('no-list.json', { type: 'Feature', geometry: { type: 'GeometryCollection' } }),
      ],
    ],
    [
      'numbers beyond any grid',
      '数据范围过大',
      ['--planar', '--zones', file('huge.json', zone({}, square(0, 0, 1e308, 5)))],
    ],
    [
      'an exception that expires before it begins',
      '到期日（2026-01-01）早于开始日（2026-06-30）',
      [
        '--zones',
        file('good.json', good),
        '--exceptions',
        file(
          'ends-first.json',
          zone(
            { reason: '水面', approver: '局', from: '2026-06-30', expires: '2026-01-01' },
            square(116, 39, 116.01, 39.01),
          ),
        ),
      ],
    ],
    [
      'metres without --planar',
      '--planar',
      ['--zones', file('metres.json', zone({}, square(440000, 4400000, 441000, 4401000)))],
    ],
    [
      'a boundary without polygons',
      '没有面',
      [
        '--zones',
        file('good.json', good),
        '--boundary',
        file('line.json', {
          type: 'LineString',
          coordinates: [
            [116, 39],
            [117, 39],
          ],
        }),
      ],
    ],
    ['points that are none', '没有点', ['--zones', 'good.json', '--points', 'good.json']],
    ['no zones option', '--zones', ['--json']],
    ['an option without value', '后面要跟一个值', ['--zones']],
    ['an unknown option', '没有“--zone”', ['--zone', 'good.json']],
    ['an unknown language', '--lang', ['--zones', 'good.json', '--lang', 'fr']],
    [
      'a road without measure',
      'widthM',
      [
        '--zones',
        file('width.json', {
          type: 'Feature',
          properties: { widthM: -3 },
          geometry: {
            type: 'LineString',
            coordinates: [
              [116, 39],
              [117, 39],
            ],
          },
        }),
      ],
    ],
    [
      'an exception that nobody approved',
      'approver',
      [
        '--zones',
        file('good.json', good),
        '--exceptions',
        file('bad-exception.json', zone({ reason: '湖' }, square(116, 39, 116.01, 39.01))),
      ],
    ],
    ['a tolerance that is none', '--tolerance', ['--zones', 'good.json', '--tolerance', 'wide']],
    ['a day that is none', '--on', ['--zones', 'good.json', '--on', '2026-02-30']],
    ['an option given twice', '只能给一次', ['--zones', 'good.json', '--zones', 'good.json']],
    ['a name with a line break', '找不到文件 no where', ['--zones', 'no\nwhere']],
    [
      'collections nested without end',
      '结构有误',
      [
        '--zones',
        file(
          'nested.json',
          `${'{"type":"GeometryCollection","geometries":['.repeat(20_000)}${']}'.repeat(20_000)}`,
        ),
      ],
    ],
    [
      'planes wider than the grid',
      '数据范围过大',
      [
        '--planar',
        '--zones',
        file(
          'wide.json',
          collection(zone({}, square(0, 0, 5, 5)), zone({}, square(1e7, 1e7, 1e7 + 5, 1e7 + 5))),
        ),
      ],
    ],
  ])('refuses %s with one sentence and status 2', (_, sentence, args) => {
    const { status, stdout, stderr } = run('check', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('{{');
  });

  it('refuses files that are not UTF-8', () => {
    writeFileSync(
      join(program.folder, 'gbk.json'),
      Buffer.from([0x7b, 0x22, 0xba, 0xa3, 0x22, 0x7d]),
    );
    const { status, stdout, stderr } = run('check', '--zones', 'gbk.json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('UTF-8');
  });

  it('explains its use', () => {
    expect(run()).toMatchObject({ status: 0, stderr: '' });
    expect(run('--help').stdout).toContain('hengzong check --zones');
    expect(run('prove').status).toBe(2);
  });
});
