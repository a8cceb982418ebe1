import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CliProgram, collection, square, zone } from './cli-program.ts';

const program = new CliProgram();
beforeAll(() => program.build(), 120_000);
afterAll(() => program.remove());
const run = (...args: string[]) => program.run(...args);
const file = (name: string, content: unknown) => program.file(name, content);
const answer = (...args: string[]) => program.answer(...args);

describe('hengzong check beyond plain blocks', () => {
  // +---+---+---+
  // | A | B | A |    two places of one zone are worth a look and no finding
  // +---+---+---+
  it('keeps notes apart from findings', () => {
    const parts = [square(0, 0, 10, 10), square(20, 0, 30, 10)];
    const scattered = {
      type: 'Feature',
      properties: { name: 'A' },
      geometry: { type: 'MultiPolygon', coordinates: parts },
    };
    const zones = file(
      'stray.json',
      collection(scattered, zone({ name: 'B' }, square(10, 0, 20, 10))),
    );
    const boundary = file('edge.json', zone({}, square(0, 0, 30, 10)));
    const args = ['--zones', zones, '--boundary', boundary, '--planar'];
    const got = answer(...args);
    expect(got).toMatchObject({ status: 0, ok: true, findings: [], counts: { findings: 0 } });
    expect(Object.keys(got.counts)).not.toContain('stray');
    expect(got.notes.map(({ rule, zones: names, area }) => [rule, names, area])).toEqual([
      ['stray', ['A'], 100],
    ]);
    const text = run('check', ...args, '--lang', 'en').stdout;
    expect(text.indexOf('Everything is covered')).toBe(0);
    expect(text.indexOf('1. Stray')).toBeGreaterThan(text.indexOf('Areas'));
  });

  const whole = zone({}, square(0, 0, 100, 50));
  const feature = (properties: Record<string, unknown>, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  });

  // +-----------+
  // | A ====    |    a road and two sites over a block; the sites share some ground
  // |    (s(t)  |
  // +-----------+
  it('reads roads and sites as an export writes them', () => {
    const line = [
      [10, 30],
      [60, 30],
    ];
    const zones = file(
      'shapes.json',
      collection(
        zone({ name: 'A', shape: 'block' }, square(0, 0, 100, 50)),
        feature({ name: 'road', shape: 'strip', widthM: 6 }, 'LineString', line),
        feature({ name: 's', shape: 'site', radiusM: 8 }, 'Point', [50, 15]),
        feature({ name: 't', shape: 'site', radiusM: '8' }, 'Point', [60, 15]),
        feature({ name: 'u', shape: 'site' }, 'Polygon', square(80, 10, 90, 20)),
        feature({ name: 'no road' }, 'LineString', line),
      ),
    );
    const got = answer('--zones', zones, '--boundary', file('w.json', whole), '--planar');
    expect(got.findings.map((f) => [f['rule'], f['zones']])).toEqual([['overlap', ['s', 't']]]);
    expect(got.counts).toMatchObject({ zones: 5 });
    expect(got.areas).toMatchObject({ gap: 0, outside: 0 });
    expect(got.warnings).toHaveLength(1);
  });

  it('proves each issue class that zones are limited to, but takes no strange words for any', () => {
    const half = (name: string, rest: object) => zone({ name, ...rest }, square(50, 0, 100, 50));
    const left = zone({ name: 'A', shape: 'block' }, square(0, 0, 50, 50));
    const check = (...zones: unknown[]) =>
      answer(
        '--zones',
        file('classes.json', collection(left, ...zones)),
        '--boundary',
        file('w.json', whole),
        '--planar',
      ).findings.map((f) => [f['rule'], f['zones']]);
    const waste = half('W', { shape: 'block', categories: 'waste、noise' });
    expect(check(waste)).toEqual([['gap', ['A']]]);
    const rest = half('R', { shape: 'block' });
    expect(check(waste, rest)).toEqual([['overlap', ['W', 'R']]]);
    expect(check(half('S', { categories: 'parkland' }))).toEqual([]);
  });

  // +-----+-----+
  // |  A  | lake|    approved up to a day, and a gap again from the next on
  // +-----+-----+
  it('leaves exceptions out as long as they are in force', () => {
    const zones = file('half.json', zone({ name: 'A' }, square(0, 0, 50, 50)));
    const lake = {
      name: '湖',
      reason: '湖面',
      approver: '区政府',
      from: '2026-01-01',
      expires: '2026-06-01',
    };
    const exceptions = file('lake.json', zone(lake, square(50, 0, 100, 50)));
    const args = ['--zones', zones, '--boundary', file('w.json', whole), '--planar'];
    const on = (day: string) => answer(...args, '--exceptions', exceptions, '--on', day);
    expect(on('2026-06-01')).toMatchObject({ status: 0, areas: { exception: 2500, gap: 0 } });
    expect(on('2026-06-02')).toMatchObject({ status: 1, areas: { exception: 0, gap: 2500 } });
  });

  it('takes the tolerance for mismatched borders', () => {
    const zones = file(
      'near.json',
      collection(zone({}, square(0, 0, 50, 50)), zone({}, square(50.3, 0, 100, 50))),
    );
    const args = ['--zones', zones, '--boundary', file('w.json', whole), '--planar'];
    expect(answer(...args).findings.map(({ rule }) => rule)).toEqual(['mismatch']);
    const strict = answer(...args, '--tolerance', '0.2');
    expect(strict.findings.map(({ rule }) => rule)).toEqual(['gap']);
  });

  // +-----+-----+
  // |      \  B |
  // |  A    +---+    the border of B and C ends on A's straight one, which has no corner there: with
  // |        \ C|    all its digits the corner lies on the line, on the grid it cannot
  // +---------+-+
  it('takes rounding for none of its own findings', () => {
    const [p, q] = [
      [116.300089654, 39.91],
      [116.301798053, 39.9],
    ];
    const corner = (t: number) => [p![0]! + t * (q![0]! - p![0]!), p![1]! + t * (q![1]! - p![1]!)];
    const shares = [0.142, 0.532, 0.628];
    const right = [p!, ...shares.map(corner), q!].map((from, i, all) => {
      const to = all[i + 1];
      const east = (at: number[]) => [116.32, at[1]!];
      return to && zone({ name: `r${i}` }, [[from, to, east(to), east(from), from]]);
    });
    const west = [[116.29, 39.91], [116.29, 39.9], q, p, [116.29, 39.91]];
    const zones = file(
      'rounded.json',
      collection(zone({ name: 'A' }, [west]), ...right.slice(0, -1)),
    );
    const boundary = file('frame.json', zone({}, square(116.29, 39.9, 116.32, 39.91)));
    expect(answer('--zones', zones, '--boundary', boundary)).toMatchObject({
      findings: [],
      ok: true,
      areas: { gap: 0, overlap: 0 },
    });
  });
});
