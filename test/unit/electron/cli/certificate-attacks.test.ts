import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import { sealed } from '#shared/briefing/certificate/seal.ts';
import { box } from '#test/unit/shared/checks/given.ts';
import { buildCli, type CliProgram } from './cli-program.ts';
import { area, collection, type Json } from './certified-files.ts';

let cli: CliProgram;
beforeAll(async () => {
  cli = await buildCli();
}, 120_000);
afterAll(() => cli.remove());

const lake = {
  name: '湖',
  reason: '水面',
  approver: '水务局',
  from: '2026-01-01',
  expires: '2026-12-31',
};
const lakeRing = box(60, 10, 80, 30);
const outline = area({ name: '试验区', code: '110' }, box(0, 0, 100, 50));

/** Files by name, written anew for each attack. */
interface Data {
  zones: unknown[];
  boundary?: unknown;
  exceptions?: unknown[];
}

/** +---+---+   乙 has a lake in it for which nobody answers */
const sound: Data = {
  zones: [
    area({ name: '甲', code: '1' }, box(0, 0, 50, 50)),
    area({ name: '乙', code: '2' }, box(50, 0, 100, 50), lakeRing),
  ],
};
/** A gap of 600 m², an overlap of 400 m², and 5 cm that do not meet along the south. */
const faulty: Data = {
  zones: [
    area({ name: '甲', code: '1' }, box(0, 0.05, 60, 40)),
    area({ name: '乙', code: '2' }, box(50, 0, 100, 50), lakeRing),
  ],
};
/** A border that runs out by 20 m and straight back. */
const spiked: Data = {
  zones: [
    area({ name: '甲', code: '1' }, [
      ...box(0, 0, 50, 50).slice(0, -1),
      [-20, 50],
      [0, 50],
      [0, 0],
    ]),
    sound.zones[1],
  ],
};
/** 1.2 cm between the zones, all along: in degrees, where the step of the grid is 1.1 cm. */
const [west, south, step] = [116, 40, 1e-7];
const degrees = (x0: number, x1: number) => box(west + x0, south, west + x1, south + 0.001);
const narrow: Data = {
  zones: [
    area({ name: '甲', code: '1' }, degrees(0, 0.001)),
    area({ name: '乙', code: '2' }, degrees(0.001 + 2 * step, 0.002)),
  ],
  boundary: area({ name: '试验区', code: '110' }, degrees(0, 0.002)),
  exceptions: [],
};

function options(data: Data, extra: readonly string[] = []): string[] {
  const isDegrees = data === narrow;
  const excepted = data.exceptions ?? [area(lake, lakeRing)];
  return [
    '--zones',
    cli.file('zones.json', collection(...data.zones)),
    '--boundary',
    cli.file('boundary.json', data.boundary ?? outline),
    ...(excepted.length > 0
      ? ['--exceptions', cli.file('exceptions.json', collection(...excepted))]
      : []),
    ...(isDegrees ? [] : ['--planar']),
    '--on',
    '2026-06-01',
    ...extra,
  ];
}

/** The certificate of data, changed and sealed again, as somebody would who knows how. */
async function forged(data: Data, forge: (certificate: Certificate) => void): Promise<string> {
  cli.run('certify', ...options(data), '-o', 'honest.json');
  const text = readFileSync(join(cli.folder, 'honest.json'), 'utf8');
  const copy = JSON.parse(text) as Certificate;
  forge(copy);
  const { seal, issuer, ...body } = copy;
  const again = await sealed(body, issuer);
  expect(again.seal).not.toBe(seal);
  return cli.file('forged.json', again);
}

/** Says that all is well, as its own findings and sums then allow. */
function whitewash({ coverage, ...rest }: Certificate): void {
  void rest;
  coverage.findings = [];
  coverage.verdict = 'proved';
  for (const rule of Object.keys(coverage.counts)) coverage.counts[rule] = 0;
  if (!coverage.areas) return;
  const { boundary, exception } = coverage.areas;
  Object.assign(coverage.areas, { covered: boundary - exception, gap: 0, overlap: 0, outside: 0 });
}

function drop(certificate: Certificate, rule: string): void {
  const { coverage } = certificate;
  const kept = coverage.findings.filter((finding) => finding.rule !== rule);
  coverage.counts[rule] = 0;
  coverage.findings = kept;
}

const hashOf = (digit: string) => digit.repeat(64);

describe('a forged certificate', () => {
  it.each<[string, Data, (certificate: Certificate) => void, string]>([
    [
      'all is well',
      faulty,
      (c) => Object.assign(c, { verdict: 'proved' }, whitewash(c)),
      '处缺口共',
    ],
    ['a gap dropped', faulty, (c) => drop(c, 'gap'), '有一处缺口'],
    ['an overlap dropped', faulty, (c) => drop(c, 'overlap'), '有一处重叠'],
    [
      'a gap dropped, and the areas with it',
      faulty,
      (c) => {
        drop(c, 'gap');
        const areas = c.coverage.areas!;
        Object.assign(areas, { covered: areas.covered + areas.gap, gap: 0 });
      },
      '缺口面积',
    ],
    ['no areas', faulty, (c) => Object.assign(c.coverage, { areas: null }), '没有写面积账'],
    [
      'a gap called a note',
      faulty,
      (c) =>
        Object.assign(c.coverage.findings.find(({ rule }) => rule === 'gap')!, {
          severity: 'note',
        }),
      '却写成提示',
    ],
    [
      'a rule of its own',
      faulty,
      (c) => Object.assign(c.coverage.findings[0]!, { rule: 'harmless' }),
      'harmless',
    ],
    [
      'a gap made smaller',
      faulty,
      (c) => Object.assign(c.coverage.findings.find(({ rule }) => rule === 'gap')!, { areaM2: 6 }),
      '写成 6 m²',
    ],
    [
      'a gap moved',
      faulty,
      (c) =>
        Object.assign(c.coverage.findings.find(({ rule }) => rule === 'gap')!, { at: [20, 20] }),
      '在数据里找不到',
    ],
    [
      'a finding that names a zone of its own',
      faulty,
      (c) => c.coverage.findings[0]!.zones.push('丁'),
      '“丁”',
    ],
    ['a tolerance of a kilometre', faulty, (c) => Object.assign(c, { toleranceM: 1000 }), '容差'],
    [
      'a spike kept quiet',
      spiked,
      (c) => {
        drop(c, 'invalid');
        Object.assign(c, { verdict: 'proved' });
        c.coverage.verdict = 'proved';
      },
      '尖刺',
    ],
    [
      'a gap of two steps of the grid kept quiet',
      narrow,
      (c) => Object.assign(c, { verdict: 'proved' }, whitewash(c)),
      '处缺口共',
    ],
    [
      'an area of a zone',
      sound,
      (c) => Object.assign(c.zones[0]!, { areaM2: 2501 }),
      '写成 2,501 m²',
    ],
    [
      'a hash of a zone',
      sound,
      (c) => Object.assign(c.zones[0]!, { hash: hashOf('a') }),
      '片区“甲”的哈希',
    ],
    [
      'a hash of a shape',
      sound,
      (c) => Object.assign(c.zones[0]!, { geometryHash: hashOf('a') }),
      '“甲”',
    ],
    [
      'a hash of an exception',
      sound,
      (c) => Object.assign(c.exceptions[0]!, { hash: hashOf('a') }),
      '例外“湖”的哈希',
    ],
    [
      'the hash of all zones',
      sound,
      (c) => Object.assign(c.hash, { zones: hashOf('a') }),
      '哈希与数据不符',
    ],
    [
      'the hash of the ground',
      sound,
      (c) => Object.assign(c.hash, { ground: hashOf('b') }),
      '哈希与数据不符',
    ],
    [
      'the hash of the outline',
      sound,
      (c) => Object.assign(c.hash, { boundary: hashOf('c') }),
      '外界线',
    ],
    [
      'a hash of a chain that it has not',
      sound,
      (c) => Object.assign(c.hash, { chain: hashOf('c') }),
      '责任链',
    ],
    [
      'zones that change names',
      sound,
      (c) => {
        [c.zones[0]!.name, c.zones[1]!.name] = [c.zones[1]!.name, c.zones[0]!.name];
      },
      '现在叫',
    ],
    [
      'zones that change places',
      sound,
      (c) => {
        const [a, b] = c.zones as [Certificate['zones'][number], Certificate['zones'][number]];
        [a.geometryHash, b.geometryHash] = [b.geometryHash, a.geometryHash];
      },
      '范围变了',
    ],
    [
      'a zone left out',
      sound,
      (c) => {
        c.zones.pop();
        c.zoneCount = 1;
      },
      '乙',
    ],
    [
      'a zone made up',
      sound,
      (c) => {
        c.zones.push({ ...c.zones[0]!, name: '丙', hash: hashOf('d'), geometryHash: hashOf('e') });
        c.zoneCount = 3;
      },
      '丙',
    ],
    [
      'another approver',
      sound,
      (c) => Object.assign(c.exceptions[0]!, { approver: '某人' }),
      'approver',
    ],
    [
      'an exception that lasts longer',
      sound,
      (c) => Object.assign(c.exceptions[0]!, { expires: '2099-12-31' }),
      'expires',
    ],
    [
      'an exception out of force',
      sound,
      (c) => Object.assign(c.exceptions[0]!, { inForce: false }),
      'inForce',
    ],
    [
      'a day when the exception was not in force',
      sound,
      (c) => Object.assign(c, { day: '2025-06-01' }),
      '湖',
    ],
    ['a day to come', sound, (c) => Object.assign(c, { day: '2099-07-01' }), '晚于今天'],
    [
      'a moment to come',
      sound,
      (c) => Object.assign(c, { madeAt: '2099-01-01T00:00:00Z' }),
      '晚于今天',
    ],
    ['another code', sound, (c) => Object.assign(c.district!, { code: '120' }), '区划代码'],
    ['a larger district', sound, (c) => Object.assign(c.district!, { areaM2: 6000 }), '6,000'],
    [
      'nothing to prove',
      sound,
      (c) => {
        Object.assign(c, { verdict: 'nothing-to-prove' });
        Object.assign(c.coverage, { verdict: 'nothing-to-prove', nothing: 'no-zones' });
      },
      'no-zones',
    ],
    [
      'issue classes that nobody has',
      sound,
      (c) => {
        const { areas } = c.coverage;
        c.coverage.categories.push({ keys: ['x'], verdict: 'proved', findings: 0, areas });
      },
      'x',
    ],
    ['another grid', sound, (c) => Object.assign(c.grid, { step: 1 }), '坐标网格'],
  ])('is found out: %s', async (_, data, forge, sentence) => {
    const certificate = await forged(data, forge);
    const { status, stdout, stderr } = cli.run('verify', certificate, ...options(data));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain(sentence);
    expect(stdout).not.toMatch(/\{\{|certificate\.|: ?[.。]|[：]\s*。/);
  });

  it.each<[string, () => Data, string]>([
    [
      'zones 2 cm further',
      () => ({
        ...sound,
        zones: [area({ name: '甲', code: '1' }, box(0.02, 0, 50.02, 50)), sound.zones[1]],
      }),
      '范围变了',
    ],
    [
      'zones in another order with one more',
      () => ({
        ...sound,
        zones: [...sound.zones.toReversed(), area({ name: '丙' }, box(0, 0, 1, 1))],
      }),
      '丙',
    ],
    ['a spike', () => ({ ...sound, zones: spiked.zones }), '尖刺'],
    [
      'an open ring',
      () => ({
        ...sound,
        zones: [area({ name: '甲', code: '1' }, box(0, 0, 50, 50).slice(0, -1)), sound.zones[1]],
      }),
      '没有闭合',
    ],
  ])('does not pass for other data: %s', (_, data, sentence) => {
    cli.run('certify', ...options(sound), '-o', 'honest.json');
    const { status, stdout } = cli.run('verify', 'honest.json', ...options(data()));
    expect(status).toBe(1);
    expect(stdout).toContain(sentence);
  });

  it('is none when only the order of its parts is another', async () => {
    const certificate = await forged(faulty, (c) => {
      c.zones.reverse();
      c.coverage.findings.reverse();
    });
    expect(cli.run('verify', certificate, ...options(faulty))).toMatchObject({ status: 0 });
  });

  it('is told in one sentence when it cannot be read', () => {
    const read = (text: string) => cli.run('verify', cli.file('x.json', text), ...options(sound));
    expect(read('').stderr).toContain('另存 JSON');
    cli.run('certify', ...options(sound), '-o', 'honest.json');
    const honest = readFileSync(join(cli.folder, 'honest.json'), 'utf8');
    const more = { ...(JSON.parse(honest) as Json), remark: '' };
    expect(read(JSON.stringify(more)).stderr).toContain('remark');
    expect(read(honest.slice(0, 100)).stderr).toContain('不是 JSON');
  });
});
