import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box } from '#test/unit/shared/checks/given.ts';
import { type BuiltCli, buildCli } from './built-cli.ts';

let cli: BuiltCli;
beforeAll(async () => {
  cli = await buildCli();
}, 120_000);
afterAll(() => cli.remove());

type Json = Record<string, unknown>;
const feature = (properties: Json, geometry: Json) => ({ type: 'Feature', properties, geometry });
const area = (properties: Json, ...coordinates: unknown[]) =>
  feature(properties, { type: 'Polygon', coordinates });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

// +---+---+
// | 甲 | 乙 |    乙 has a lake in it for which nobody answers
// +---+---+
const lake = {
  name: '湖',
  reason: '水面',
  approver: '水务局',
  from: '2026-01-01',
  expires: '2099-12-31',
};
const east = area({ name: '乙', code: '2' }, box(50, 0, 100, 50), box(60, 10, 80, 30));
const west = area({ name: '甲', code: '1' }, box(0, 0, 50, 50));
const files = () => ({
  zones: cli.file('zones.json', collection(west, east)),
  boundary: cli.file('boundary.json', area({ name: '试验区', code: '110' }, box(0, 0, 100, 50))),
  exceptions: cli.file('exceptions.json', collection(area(lake, box(60, 10, 80, 30)))),
});

function planar(given: Partial<ReturnType<typeof files>> = {}): string[] {
  const { zones, boundary, exceptions } = { ...files(), ...given };
  const list = ['--zones', zones, '--boundary', boundary, '--planar', '--on', '2026-06-01'];
  return exceptions === '' ? list : [...list, '--exceptions', exceptions];
}

interface Answer {
  ok: boolean;
  verdict: string;
  differences: { key: string; params: Json; message: string }[];
}

function verifying(certificate: string, args: string[]): Answer & { status: number | null } {
  const { status, stdout, stderr } = cli.run('verify', certificate, '--json', ...args);
  expect(stderr).toBe('');
  return { status, ...(JSON.parse(stdout) as Answer) };
}

const read = (name: string) => JSON.parse(readFileSync(join(cli.folder, name), 'utf8')) as Json;

describe('hengzong certify and verify', () => {
  it('certify a sound coverage, and confirm it in both languages', () => {
    const made = cli.run('certify', ...planar(), '-o', 'cert.json', '--unit', '区城管委');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain('证明成立');
    expect(read('cert.json')).toMatchObject({
      format: 'hengzong-certificate',
      version: 1,
      day: '2026-06-01',
      verdict: 'proved',
      chain: null,
      issuer: { unit: '区城管委' },
      district: { name: '试验区', code: '110', areaM2: 5000 },
      zones: [
        { name: '甲', code: '1', areaM2: 2500 },
        { name: '乙', code: '2', areaM2: 2100 },
      ],
      exceptions: [{ name: '湖', approver: '水务局', areaM2: 400, inForce: true }],
      coverage: { areas: { boundary: 5000, covered: 4600, gap: 0, exception: 400, balance: 0 } },
    });
    const chinese = cli.run('verify', 'cert.json', ...planar());
    expect(chinese).toMatchObject({ status: 0, stderr: '' });
    expect(chinese.stdout).toContain('核对一致');
    const english = cli.run('verify', 'cert.json', ...planar(), '--lang', 'en');
    expect(english.stdout).toContain('Verified');
  });

  it('take all layers from one file, as the app exports them', () => {
    const one = cli.file(
      'layers.json',
      collection(
        area({ layer: 'district', name: '试验区' }, box(0, 0, 100, 50)),
        ...[west, east].map((zone) => ({
          ...zone,
          properties: { ...zone.properties, layer: 'zones', shape: 'block' },
        })),
        area({ layer: 'exceptions', ...lake }, box(60, 10, 80, 30)),
        feature({ layer: 'points', name: 'p' }, { type: 'Point', coordinates: [1, 1] }),
      ),
    );
    const layers = planar({ zones: one, boundary: one, exceptions: one });
    expect(cli.run('certify', ...planar(), '-o', 'plain.json').status).toBe(0);
    expect(verifying('plain.json', layers)).toMatchObject({ status: 0, ok: true, differences: [] });
  });

  it.each<[string, string, () => string[]]>([
    [
      'a zone renamed',
      '片区“甲”现在叫“丙”',
      () =>
        planar({
          zones: cli.file(
            'z1.json',
            collection({ ...west, properties: { name: '丙', code: '1' } }, east),
          ),
        }),
    ],
    [
      'a code changed',
      'code 1 → 9',
      () =>
        planar({
          zones: cli.file(
            'z2.json',
            collection({ ...west, properties: { name: '甲', code: '9' } }, east),
          ),
        }),
    ],
    [
      'a zone moved',
      '片区“甲”的范围变了',
      () =>
        planar({
          zones: cli.file(
            'z3.json',
            collection(area({ name: '甲', code: '1' }, box(0, 0, 49, 50)), east),
          ),
        }),
    ],
    [
      'the gap that it leaves',
      '1 处缺口共 50 m²',
      () =>
        planar({
          zones: cli.file(
            'z4.json',
            collection(area({ name: '甲', code: '1' }, box(0, 0, 49, 50)), east),
          ),
        }),
    ],
    [
      'a zone removed',
      '片区“乙”在文件里没有了',
      () => planar({ zones: cli.file('z5.json', collection(west)) }),
    ],
    [
      'another boundary',
      '外界线与证明时不同',
      () => planar({ boundary: cli.file('b1.json', area({}, box(0, 0, 100, 51))) }),
    ],
    [
      'another district',
      '区名不同',
      () => planar({ boundary: cli.file('b2.json', area({ name: '别区' }, box(0, 0, 100, 50))) }),
    ],
    ['no exception', '例外“湖”在文件里没有了', () => planar({ exceptions: '' })],
    [
      'an expired exception',
      'expires 2099-12-31 → 2026-03-01',
      () =>
        planar({
          exceptions: cli.file(
            'e1.json',
            collection(area({ ...lake, expires: '2026-03-01' }, box(60, 10, 80, 30))),
          ),
        }),
    ],
    [
      'an exception that expires later',
      '到期',
      () => [...planar().slice(0, -3), '2100-01-01', ...planar().slice(-2)],
    ],
    ['degrees for metres', '坐标网格不同', () => planar().filter((arg) => arg !== '--planar')],
  ])('tell %s in one sentence', (_, sentence, args) => {
    cli.run('certify', ...planar(), '-o', 'sound.json');
    const { status, stdout, stderr } = cli.run('verify', 'sound.json', ...args());
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain(sentence);
    expect(stdout).not.toMatch(/\{\{|certificate\./);
  });

  // Broken data is certified as what it is, and the witness sees the same.
  const bow = [
    [0, 0],
    [50, 50],
    [50, 0],
    [0, 50],
    [0, 0],
  ];
  it.each<[string, unknown[]]>([
    [
      'a gap and an overlap',
      [area({ name: 'a' }, box(0, 0, 60, 40)), area({ name: 'b' }, box(50, 0, 100, 50))],
    ],
    [
      'ground outside',
      [area({ name: 'a' }, box(-5, 0, 50, 50)), area({ name: 'b' }, box(50, 0, 100, 55))],
    ],
    [
      'three on one place',
      ['a', 'b', 'c'].map((name, i) => area({ name }, box(i, 0, 100 - 5 * i, 50))),
    ],
    ['a ring that crosses itself', [area({ name: 'a' }, bow), east]],
    ['the same zone twice', [west, west, east]],
    ['an open ring', [area({ name: 'a' }, box(0, 0, 50, 50).slice(0, -1)), east]],
    ['a border 30 cm off', [area({ name: 'a' }, box(0, 0, 49.7, 50)), east]],
    [
      'a hole that comes first',
      [area({ name: 'a' }, box(60, 10, 80, 30), box(50, 0, 100, 50)), west],
    ],
    [
      'a spike',
      [area({ name: 'a' }, [...box(0, 0, 50, 50).slice(0, -1), [-20, 50], [0, 50], [0, 0]]), east],
    ],
    [
      'zones for some classes only',
      [
        area({ name: 'a', shape: 'block', categories: ['x'] }, box(0, 0, 100, 50)),
        area({ name: 'b', shape: 'block', categories: ['y'] }, box(0, 0, 50, 50)),
      ],
    ],
  ])('confirm a certificate of %s', (_, features) => {
    const zones = cli.file('broken.json', collection(...features));
    const args = planar({ zones });
    const made = cli.run('certify', ...args, '-o', 'broken-cert.json');
    expect(made).toMatchObject({ status: 1, stderr: '' });
    expect(made.stdout).toContain('未能证明');
    expect(verifying('broken-cert.json', args)).toMatchObject({
      status: 0,
      verdict: 'not-proved',
      differences: [],
    });
  });

  it('confirm each issue class for itself', () => {
    const zones = cli.file(
      'classes.json',
      collection(
        area({ name: 'a', shape: 'block', categories: 'x、y' }, box(0, 0, 50, 50)),
        area({ name: 'b', shape: 'block', categories: ['x', 'y'] }, box(50, 0, 100, 50)),
        area({ name: 'c', shape: 'block', categories: ['z'] }, box(0, 0, 100, 50)),
      ),
    );
    const args = planar({ zones, exceptions: '' });
    cli.run('certify', ...args, '-o', 'classes-cert.json');
    const { coverage } = read('classes-cert.json') as { coverage: { categories: unknown[] } };
    expect(coverage.categories).toMatchObject([
      { keys: ['x', 'y'], verdict: 'proved', areas: { gap: 0 } },
      { keys: ['z'], verdict: 'proved', areas: { gap: 0 } },
      { keys: ['*'], verdict: 'nothing-to-prove' },
    ]);
    expect(verifying('classes-cert.json', args).differences).toEqual([]);
  });

  it('know strips and sites in degrees', () => {
    const square = box(116, 39, 116.01, 39.01);
    const zones = cli.file(
      'shapes.json',
      collection(
        area({ name: '块' }, square),
        feature(
          { name: '路', shape: 'strip', widthM: 30 },
          {
            type: 'LineString',
            coordinates: [
              [116.002, 39.002],
              [116.008, 39.002],
            ],
          },
        ),
        feature(
          { name: '站', shape: 'site', radiusM: 60 },
          { type: 'Point', coordinates: [116.008, 39.002] },
        ),
      ),
    );
    const boundary = cli.file('shapes-b.json', area({ name: '区' }, square));
    const args = ['--zones', zones, '--boundary', boundary];
    expect(cli.run('certify', ...args, '-o', 'shapes-cert.json')).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(verifying('shapes-cert.json', args)).toMatchObject({ status: 0, differences: [] });
  });

  it('know the real districts of Beijing', () => {
    const beijing = resolve(import.meta.dirname, '../../../fixtures/beijing');
    for (const name of ['xicheng', 'haidian', 'fengtai']) {
      const args = ['--zones', join(beijing, `${name}-streets.geojson`)];
      args.push('--boundary', join(beijing, `${name}-outline.geojson`));
      expect(cli.run('certify', ...args, '-o', `${name}.json`).status).toBe(1);
      expect(verifying(`${name}.json`, args).differences).toEqual([]);
    }
  });

  it.each<[string, string, () => string[]]>([
    ['no certificate named', '请指定证明文件', () => ['verify', ...planar()]],
    [
      'a certificate that is not there',
      '找不到文件',
      () => ['verify', 'nowhere.json', ...planar()],
    ],
    [
      'a certificate that is no JSON',
      '不是 JSON',
      () => ['verify', cli.file('c1.json', 'x'), ...planar()],
    ],
    ['GeoJSON for a certificate', '不是覆盖证明', () => ['verify', files().zones, ...planar()]],
    [
      'a later format',
      '第 2 版',
      () => [
        'verify',
        cli.file('c2.json', { format: 'hengzong-certificate', version: 2 }),
        ...planar(),
      ],
    ],
    [
      'a certificate with a part missing',
      '其中的 product 有误',
      () => [
        'verify',
        cli.file('c3.json', { format: 'hengzong-certificate', version: 1 }),
        ...planar(),
      ],
    ],
    ['two certificates', '只能给一次', () => ['verify', 'a.json', 'b.json', ...planar()]],
    ['no output', '-o', () => ['certify', ...planar()]],
    [
      'its own input for output',
      'zones.json',
      () => ['certify', ...planar(), '-o', './zones.json'],
    ],
    ['no boundary', '--boundary', () => ['certify', '--zones', files().zones, '-o', 'x.json']],
    [
      'a folder that is not there',
      '没有写成',
      () => ['certify', ...planar(), '-o', 'no/where.json'],
    ],
    [
      'a day that is none',
      '--on',
      () => ['certify', ...planar().slice(0, -3), '2026-02-30', '-o', 'x.json'],
    ],
    [
      'an exception without approver',
      '没有写明 approver',
      () => [
        'certify',
        ...planar({
          exceptions: cli.file(
            'e2.json',
            collection(area({ ...lake, approver: '' }, box(60, 10, 80, 30))),
          ),
        }),
        '-o',
        'x.json',
      ],
    ],
    [
      'an exception with a broken day',
      '没有写明 expires',
      () => [
        'certify',
        ...planar({
          exceptions: cli.file(
            'e3.json',
            collection(area({ ...lake, expires: '31.12.2026' }, box(60, 10, 80, 30))),
          ),
        }),
        '-o',
        'x.json',
      ],
    ],
    [
      'a line without width',
      'line.json 中没有面',
      () => [
        'certify',
        ...planar({
          zones: cli.file(
            'line.json',
            feature(
              { name: 'l' },
              {
                type: 'LineString',
                coordinates: [
                  [0, 0],
                  [1, 1],
                ],
              },
            ),
          ),
        }),
        '-o',
        'x.json',
      ],
    ],
  ])('refuse %s with one sentence and status 2', (_, sentence, args) => {
    const { status, stdout, stderr } = cli.run(...args());
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('{{');
  });
});
