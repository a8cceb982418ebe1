import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box } from '#test/unit/shared/checks/given.ts';
import { buildCli, type CliProgram } from './cli-program.ts';
import { area, CertifiedFiles, collection, east, feature, lake, west } from './certified-files.ts';

let cli: CliProgram;
let given: CertifiedFiles;
beforeAll(async () => {
  cli = await buildCli();
  given = new CertifiedFiles(cli);
}, 120_000);
afterAll(() => cli.remove());

describe('hengzong certify and verify', () => {
  it('certify a sound coverage, and confirm it in both languages', () => {
    const made = cli.run('certify', ...given.planar(), '-o', 'cert.json', '--unit', '区城管委');
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain('证明成立');
    expect(given.read('cert.json')).toMatchObject({
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
    const chinese = cli.run('verify', 'cert.json', ...given.planar());
    expect(chinese).toMatchObject({ status: 0, stderr: '' });
    expect(chinese.stdout).toContain('核对一致');
    const english = cli.run('verify', 'cert.json', ...given.planar(), '--lang', 'en');
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
    const layers = given.planar({ zones: one, boundary: one, exceptions: one });
    expect(cli.run('certify', ...given.planar(), '-o', 'plain.json').status).toBe(0);
    expect(given.verifying('plain.json', layers)).toMatchObject({
      status: 0,
      ok: true,
      differences: [],
    });
  });

  it.each<[string, string, () => string[]]>([
    [
      'a zone renamed',
      '片区“甲”现在叫“丙”',
      () =>
        given.planar({
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
        given.planar({
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
        given.planar({
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
        given.planar({
          zones: cli.file(
            'z4.json',
            collection(area({ name: '甲', code: '1' }, box(0, 0, 49, 50)), east),
          ),
        }),
    ],
    [
      'a zone removed',
      '片区“乙”在文件里没有了',
      () => given.planar({ zones: cli.file('z5.json', collection(west)) }),
    ],
    [
      'another boundary',
      '外界线与证明时不同',
      () => given.planar({ boundary: cli.file('b1.json', area({}, box(0, 0, 100, 51))) }),
    ],
    [
      'another district',
      '区名不同',
      () =>
        given.planar({ boundary: cli.file('b2.json', area({ name: '别区' }, box(0, 0, 100, 50))) }),
    ],
    ['no exception', '例外“湖”在文件里没有了', () => given.planar({ exceptions: '' })],
    [
      'an expired exception',
      'expires 2099-12-31 → 2026-03-01',
      () =>
        given.planar({
          exceptions: cli.file(
            'e1.json',
            collection(area({ ...lake, expires: '2026-03-01' }, box(60, 10, 80, 30))),
          ),
        }),
    ],
    [
      'an exception that expires later',
      '到期',
      () => [...given.planar().slice(0, -3), '2100-01-01', ...given.planar().slice(-2)],
    ],
    [
      'degrees for metres',
      '坐标网格不同',
      () => given.planar().filter((arg) => arg !== '--planar'),
    ],
  ])('tell %s in one sentence', (_, sentence, args) => {
    cli.run('certify', ...given.planar(), '-o', 'sound.json');
    const { status, stdout, stderr } = cli.run('verify', 'sound.json', ...args());
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain(sentence);
    expect(stdout).not.toMatch(/\{\{|certificate\./);
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
    expect(given.verifying('shapes-cert.json', args)).toMatchObject({ status: 0, differences: [] });
  });

  it('know the real districts of Beijing', () => {
    const beijing = resolve(import.meta.dirname, '../../../fixtures/beijing');
    for (const name of ['xicheng', 'haidian', 'fengtai']) {
      const args = ['--zones', join(beijing, `${name}-streets.geojson`)];
      args.push('--boundary', join(beijing, `${name}-outline.geojson`));
      expect(cli.run('certify', ...args, '-o', `${name}.json`).status).toBe(1);
      expect(given.verifying(`${name}.json`, args).differences).toEqual([]);
    }
  });
});
