import { existsSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beijing, CliProgram, collection, square, zone } from './cli-program.ts';

const program = new CliProgram();
const { folder } = program;
const run = (...args: string[]) => program.run(...args);
const file = (name: string, content: unknown) => program.file(name, content);
beforeAll(() => program.build(), 120_000);
afterAll(() => program.remove());

interface Change {
  kind: string;
  rule: string;
  ground: { from: string[]; to: string[]; area: number }[];
  removed: string[];
}

interface Answer {
  ok: boolean;
  changes: Change[];
  totals: Record<string, number>;
  left: { rule: string; reason: string; area: number }[];
}

interface Layer {
  features: { properties: Record<string, unknown>; geometry: { coordinates: unknown } | null }[];
}

const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Layer;

function repair(zones: string, boundary: string | null, out: string, ...more: string[]) {
  const outline = boundary === null ? [] : ['--boundary', boundary];
  return run('repair', '--zones', zones, ...outline, '-o', out, ...more);
}

const limits = ['--max-area', '500', '--snap', '0.5', '--planar'];
const whole = () => file('whole.json', { type: 'Polygon', coordinates: square(0, 0, 100, 10) });

// +---+-+---+--+---+
// | A |#| B |  | C |xx     A over B by 50 m², a gap of 100 m² and 20 m² outside
// +---+-+---+--+---+
const damaged = () =>
  file('damaged.geojson', {
    ...collection(
      zone({ name: '甲', 责任人: '王一', n: 1.5 }, square(0, 0, 45, 10)),
      {
        type: 'Feature',
        properties: { name: '路灯' },
        geometry: { type: 'Point', coordinates: [1, 1] },
      },
      zone({ name: '乙' }, square(40, 0, 60, 10)),
      zone({ name: '丙' }, square(70, 0, 102, 10)),
    ),
    name: '片区',
  });

describe('hengzong repair', () => {
  it('mends what is within the limits; the result passes check', () => {
    const got = repair(damaged(), whole(), 'out.geojson', ...limits, '--json');
    expect(got.status).toBe(0);
    const answer = JSON.parse(got.stdout) as Answer;
    expect(answer.ok).toBe(true);
    expect(answer.left).toEqual([]);
    expect(answer.changes.map(({ rule, ground }) => [rule, ground])).toEqual([
      ['gap', [{ from: [], to: ['乙'], area: 100 }]],
      ['overlap', [{ from: ['甲'], to: ['乙'], area: 50 }]],
      ['outside', [{ from: ['丙'], to: [], area: 20 }]],
    ]);
    expect(answer.totals).toMatchObject({ changes: 3, area: 170, noise: 0 });
    const check = run('check', '--zones', 'out.geojson', '--boundary', whole(), '--planar');
    expect(check.status).toBe(0);
  });

  it('keeps order, properties and all that is no zone', () => {
    repair(damaged(), whole(), 'out.geojson', ...limits);
    const [before, after] = [read('damaged.geojson'), read('out.geojson')];
    expect(after).toMatchObject({ type: 'FeatureCollection', name: '片区' });
    expect(after.features.map(({ properties }) => properties)).toEqual(
      before.features.map(({ properties }) => properties),
    );
    expect(after.features[1]).toEqual(before.features[1]);
  });

  it('prints each change with its area, in both languages', () => {
    const chinese = repair(damaged(), whole(), 'out.geojson', ...limits);
    expect(chinese.stdout).toContain('100 m²：无 → 乙');
    expect(chinese.stdout).toContain('合计修改 3 处，170 m²');
    const english = repair(damaged(), whole(), 'out.geojson', ...limits, '--lang', 'en');
    expect(english.stdout).toContain('50 m² from 甲 to 乙');
    expect(english.stdout).toContain('Everything is covered');
    expect(english.stdout).not.toMatch(/{{|cli\./);
  });

  it('leaves what is larger, says why, and exits with 1', () => {
    const small = ['--max-area', '60', '--snap', '0.5', '--planar'];
    const got = repair(damaged(), whole(), 'out.geojson', ...small, '--json');
    expect(got.status).toBe(1);
    const { left, changes } = JSON.parse(got.stdout) as Answer;
    expect(left.map(({ rule, reason, area }) => [rule, reason, area])).toEqual([
      ['gap', 'large', 100],
    ]);
    expect(changes).toHaveLength(2);
  });

  // Borders 0.3 m apart; the wide one is mended only up to --snap.
  it('draws mismatched borders together up to --snap', () => {
    const zones = file(
      'near.geojson',
      collection(
        zone({ name: 'A' }, [
          [
            [0, 0],
            [50, 0],
            [50.3, 5],
            [50, 10],
            [0, 10],
            [0, 0],
          ],
        ]),
        zone({ name: 'B' }, [
          [
            [50, 0],
            [100, 0],
            [100, 10],
            [50, 10],
            [50.05, 5.1],
            [50, 0],
          ],
        ]),
      ),
    );
    const sizes = (snap: string) => ['--max-area', '0', '--snap', snap, '--planar', '--json'];
    const wide = repair(zones, whole(), 'near-out.geojson', ...sizes('0.1'));
    expect([wide.status, (JSON.parse(wide.stdout) as Answer).left[0]?.reason]).toEqual([1, 'wide']);
    const near = repair(zones, whole(), 'near-out.geojson', ...sizes('0.5'));
    expect(near.status).toBe(0);
    expect((JSON.parse(near.stdout) as Answer).changes[0]?.rule).toBe('mismatch');
  });

  it('mends a bow-tie and takes out the second of two equal zones', () => {
    const zones = file(
      'broken.geojson',
      collection(
        zone({ name: 'A' }, square(0, 0, 50, 10)),
        zone({ name: 'A2' }, square(0, 0, 50, 10)),
        zone({ name: 'B' }, [
          [
            [50, 0],
            [100, 10],
            [100, 0],
            [50, 10],
            [50, 0],
          ],
        ]),
      ),
    );
    const got = repair(zones, whole(), 'mended.geojson', ...limits, '--json');
    const { changes, left } = JSON.parse(got.stdout) as Answer;
    expect(left).toEqual([]);
    expect(changes.map(({ kind, rule }) => [kind, rule])).toEqual([
      ['rings', 'invalid'],
      ['removed', 'duplicate'],
      ['ground', 'gap'],
      ['ground', 'gap'],
    ]);
    expect(read('mended.geojson').features.map(({ properties }) => properties['name'])).toEqual([
      'A',
      'B',
    ]);
    expect(got.status).toBe(0);
  });

  it.each(['haidian', 'xicheng', 'dongcheng', 'changping'])(
    'makes %s pass the check',
    (district) => {
      const zones = join(beijing, `${district}-streets.geojson`);
      const outline = join(beijing, `${district}-outline.geojson`);
      const got = repair(zones, outline, `${district}.geojson`, '--max-area', '1e7', '--snap', '1');
      expect([got.status, got.stderr]).toEqual([0, '']);
      const check = run('check', '--zones', `${district}.geojson`, '--boundary', outline);
      expect(check.status).toBe(0);
    },
    60_000,
  );

  it('leaves the faults of an outline to whoever owns it', () => {
    const outline = join(beijing, 'fengtai-outline.geojson');
    const zones = join(beijing, 'fengtai-streets.geojson');
    const args = ['--max-area', '1e7', '--snap', '1', '--json'];
    const got = repair(zones, outline, 'fengtai.geojson', ...args);
    const { left } = JSON.parse(got.stdout) as Answer;
    expect(left.map(({ rule, reason }) => [rule, reason])).toEqual(
      Array(3).fill(['invalid', 'outline']),
    );
    expect(got.status).toBe(1);
  }, 60_000);

  it('leaves zones alone that enclose nothing or lie outside altogether, and says why', () => {
    const flat = [
      [
        [5, 5],
        [8, 8],
        [5, 5],
      ],
    ];
    const zones = file(
      'nothing.geojson',
      collection(
        zone({ name: 'A' }, square(0, 0, 100, 10)),
        zone({ name: '空' }, flat),
        zone({ name: '远' }, square(200, 0, 210, 10)),
      ),
    );
    const got = repair(zones, whole(), 'nothing-out.geojson', ...limits, '--json');
    const { left } = JSON.parse(got.stdout) as Answer;
    expect(left.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['outside', 'spared'],
      ['invalid', 'noGround'],
    ]);
    expect(got.status).toBe(1);
    expect(read('nothing-out.geojson')).toEqual(read('nothing.geojson'));
  });

  // +---+--+----+
  // | 甲 |湖|  乙 |     the lake is excepted; 乙 leaves 5 m beside it, and 甲 reaches 2 m into it
  // +---+--+----+
  it('leaves excepted ground alone, on the day when it is', () => {
    const lake = {
      name: '湖',
      reason: '水面',
      approver: '水务局',
      from: '2026-01-01',
      expires: '2026-12-31',
    };
    const excepted = file('lake.json', collection(zone(lake, square(40, 0, 60, 10))));
    const layer = () =>
      file(
        'around.json',
        collection(
          zone({ name: '甲' }, square(0, 0, 40, 10)),
          zone({ name: '乙' }, square(65, 0, 100, 10)),
        ),
      );
    const options = ['--exceptions', excepted, '--on'];
    const got = repair(layer(), whole(), 'dry.json', ...limits, ...options, '2026-06-01', '--json');
    expect(JSON.parse(got.stdout)).toMatchObject({
      ok: true,
      changes: [{ ground: [{ from: [], to: ['乙'], area: 50 }] }],
      areas: { exception: 200, covered: 800 },
    });
    const check = ['check', '--zones', 'dry.json', '--boundary', whole(), '--planar'];
    expect(run(...check, ...options, '2026-06-01').status).toBe(0);
    expect(run(...check, ...options, '2027-01-01').status).toBe(1);
    // Once it has expired the lake is a gap like any other.
    const later = repair(
      layer(),
      whole(),
      'wet.json',
      ...limits,
      ...options,
      '2027-01-01',
      '--json',
    );
    expect(JSON.parse(later.stdout)).toMatchObject({ ok: true, areas: { covered: 1000 } });
  });

  // 甲 and 乙 answer for litter, 丙 for walls on the same ground; a road and a site lie over them.
  it('mends issue classes each by itself, and around roads and sites', () => {
    const limited = (name: string, categories: string[], sides: [number, number]) =>
      zone({ name, shape: 'block', categories }, square(sides[0], 0, sides[1], 10));
    const zones = file(
      'limited.json',
      collection(
        limited('甲', ['litter'], [0, 45]),
        limited('乙', ['litter'], [50, 100]),
        limited('丙', ['walls'], [0, 96]),
        zone({ name: '丁', shape: 'block', categories: ['walls'] }, square(90, 0, 100, 10)),
        zone({ name: '戊', shape: 'block', categories: ['trees'] }, square(0, 0, 100, 10)),
        {
          type: 'Feature',
          properties: { name: '路', widthM: 2 },
          geometry: {
            type: 'LineString',
            coordinates: [
              [10, 5],
              [90, 5],
            ],
          },
        },
        {
          type: 'Feature',
          properties: { name: '站', radiusM: 2 },
          geometry: { type: 'Point', coordinates: [48, 5] },
        },
      ),
    );
    const got = repair(zones, whole(), 'classes.json', ...limits, '--json');
    const { left, changes } = JSON.parse(got.stdout) as Answer;
    // Nobody answers for all other classes, which nothing here can mend.
    expect(left.map(({ rule, reason }) => [rule, reason])).toEqual([['gap', 'large']]);
    expect(changes.flatMap(({ ground }) => ground.map(({ to }) => to))).toContainEqual(['丁']);
    const check = run(
      'check',
      '--zones',
      'classes.json',
      '--boundary',
      whole(),
      '--planar',
      '--json',
    );
    const { findings } = JSON.parse(check.stdout) as { findings: { rule: string; area: number }[] };
    expect(findings.filter(({ rule }) => rule !== 'gap')).toEqual([]);
  });

  it('says of a broken exception that its owner has to mend it', () => {
    const approved = { reason: 'r', approver: 'a', from: '2026-01-01', expires: '2099-12-31' };
    const bow = [
      [
        [10, 2],
        [20, 8],
        [20, 2],
        [10, 8],
        [10, 2],
      ],
    ];
    const got = repair(
      file('sound.json', collection(zone({ name: 'A' }, square(0, 0, 100, 10)))),
      whole(),
      'sound-out.json',
      ...limits,
      '--exceptions',
      file('bow.json', collection(zone({ name: '湖', ...approved }, bow))),
      '--json',
    );
    expect((JSON.parse(got.stdout) as Answer).left).toMatchObject([
      { rule: 'invalid', reason: 'exception' },
    ]);
  });

  it('never writes over its input, under whatever name', () => {
    const zones = damaged();
    const before = readFileSync(join(folder, zones), 'utf8');
    writeFileSync(join(folder, 'other.geojson'), before);
    linkSync(join(folder, 'other.geojson'), join(folder, `link-${process.pid}.geojson`));
    for (const [from, out] of [
      [zones, zones],
      [zones, `./${zones}`],
      [zones, join(folder, zones)],
      ['other.geojson', `link-${process.pid}.geojson`],
    ]) {
      const got = repair(from ?? '', whole(), out ?? '', ...limits, '--lang', 'en');
      expect(got.status).toBe(2);
      expect(got.stderr).toContain('that is read from');
    }
    expect(readFileSync(join(folder, zones), 'utf8')).toBe(before);
  });

  it.each([
    [['--max-area', '5', '--planar'], 'Option --snap is missing'],
    [['--snap', '5', '--planar'], 'Option --max-area is missing'],
    [['--max-area', 'lots', '--snap', '1'], '--max-area is a size of 0 or more, not "lots"'],
    [['--max-area', '-5', '--snap', '1'], '--max-area is a size of 0 or more, not "-5"'],
    [['--max-area', '5', '--snap', '1', '--points', 'x'], 'There is no option "--points"'],
  ])('refuses %j in one sentence and writes nothing', (args, sentence) => {
    const got = repair(damaged(), whole(), 'none.geojson', ...args, '--lang', 'en');
    expect([got.status, got.stdout]).toEqual([2, '']);
    expect(got.stderr.trim().split('\n')).toHaveLength(1);
    expect(got.stderr).toContain(sentence);
    expect(existsSync(join(folder, 'none.geojson'))).toBe(false);
  });

  it('says when the result cannot be written, and reads nothing it should not', () => {
    const nowhere = repair(damaged(), whole(), 'no/such/folder.geojson', ...limits, '--lang', 'en');
    expect(nowhere.status).toBe(2);
    expect(nowhere.stderr).toContain('could not be written');
    const broken = file('broken.json', '{"type":"FeatureCollection","features":[');
    const got = repair(broken, whole(), 'none.geojson', ...limits, '--lang', 'en');
    expect([got.status, existsSync(join(folder, 'none.geojson'))]).toEqual([2, false]);
  });
});
