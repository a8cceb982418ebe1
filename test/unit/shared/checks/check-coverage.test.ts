import { describe, expect, it } from 'vitest';
import { AreaIndex } from '#shared/geo/area-index.ts';
import type { Exception } from '#shared/model/exception.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, check, inShort, outline, pointAt, polygon } from './given.ts';

const whole = outline(polygon(box(0, 0, 20, 10)));
const left = block('A', polygon(box(0, 0, 10, 10)));
const right = block('B', polygon(box(10, 0, 20, 10)));

function exception(name: string, x0: number, y0: number, x1: number, y1: number): Exception {
  return {
    kind: 'exception',
    id: name,
    name,
    geometry: polygon(box(x0, y0, x1, y1)),
    reason: '湖面',
    approver: '区政府',
    from: '2026-01-01',
    expires: '2026-06-01',
  };
}
describe('checkCoverage', () => {
  // +-----+-----+
  // |  A  |  B  |
  // +-----+-----+
  it('is satisfied when the zones make up the boundary', async () => {
    const report = await check({ boundary: whole, zones: [left, right] });
    expect(report.ok).toBe(true);
    expect(report.findings).toEqual([]);
    expect(report.areas).toMatchObject({ boundary: 200, covered: 200, gap: 0, balance: 0 });
  });

  // +-----+--+--+
  // |  A  |//|B |
  // +-----+--+--+
  it('finds a gap that is open to the outer edge', async () => {
    const narrow = block('B', polygon(box(14, 0, 20, 10)));
    const report = await check({ boundary: whole, zones: [left, narrow] });
    expect(inShort(report.findings)).toEqual([['gap', 'A+B', 40]]);
    expect(report.findings[0]?.widthM).toBeCloseTo(4, 1);
    expect(report.findings[0]?.message.key).toBe('gap.between');
    expect(report.areas).toMatchObject({ covered: 160, gap: 40, balance: 0 });
  });

  // +-----+-----+
  // | +-+ |     |
  // | |/| |  B  |
  // | +-+A|     |
  // +-----+-----+
  it('finds a gap inside one zone', async () => {
    const holed = block('A', polygon(box(0, 0, 10, 10), box(3, 3, 6, 6)));
    const report = await check({ boundary: whole, zones: [holed, right] });
    expect(inShort(report.findings)).toEqual([['gap', 'A', 9]]);
  });

  // +-----+-----+
  // |  A  |/////|
  // +-----+-----+
  it('finds a whole missing zone', async () => {
    const report = await check({ boundary: whole, zones: [left] });
    expect(inShort(report.findings)).toEqual([['gap', 'A', 100]]);
    expect(report.findings[0]?.message.key).toBe('gap.besideAtEdge');
  });

  // +-----+-+---+
  // |  A  |#| B |
  // +-----+-+---+
  it('finds an overlap of two', async () => {
    const wide = block('A', polygon(box(0, 0, 13, 10)));
    const report = await check({ boundary: whole, zones: [wide, right] });
    expect(inShort(report.findings)).toEqual([['overlap', 'A+B', 30]]);
    expect(report.areas).toMatchObject({ covered: 200, gap: 0, overlap: 30, balance: 0 });
  });

  // +--------+--+
  // | A   +--+--+      A and B share 30, with C on top of 2 of them
  // |     |##|B |
  // +-----+--+--+
  it('names all three zones over one spot in one finding', async () => {
    const wide = block('A', polygon(box(0, 0, 13, 10)));
    const third = block('C', polygon(box(11, 4, 13, 5)));
    const report = await check({ boundary: whole, zones: [wide, right, third] });
    expect(inShort(report.findings)).toEqual([
      ['overlap', 'A+B', 28],
      ['overlap', 'A+B+C', 2],
    ]);
    expect(report.findings[1]?.message.key).toBe('overlap.many');
    expect(report.areas?.balance).toBeCloseTo(0, 9);
  });

  // +-----------+
  // | A  +--+   |
  // |    |B#|   |
  // |    +--+   |
  // +-----------+
  it('finds a zone inside another', async () => {
    const all = block('A', polygon(box(0, 0, 20, 10)));
    const inner = block('B', polygon(box(5, 3, 8, 6)));
    const report = await check({ boundary: whole, zones: [all, inner] });
    expect(inShort(report.findings)).toEqual([['overlap', 'A+B', 9]]);
  });

  // +-----+-----+--+
  // |  A  |  B  |xx|
  // +-----+-----+--+
  it('finds ground outside', async () => {
    const wide = block('B', polygon(box(10, 0, 23, 10)));
    const report = await check({ boundary: whole, zones: [left, wide] });
    expect(inShort(report.findings)).toEqual([['outside', 'B', 30]]);
    expect(report.areas).toMatchObject({ covered: 200, outside: 30, balance: 0 });
  });

  // +--------+
  // | A +--+ |     the boundary has a hole (another district's enclave)
  // |   |xx| |     that zone B fills
  // |   +--+ |
  // +--------+
  it('finds a zone that fills a hole of the boundary', async () => {
    const holed = outline(polygon(box(0, 0, 20, 10), box(5, 3, 8, 6)));
    const ring = block('A', polygon(box(0, 0, 20, 10), box(5, 3, 8, 6)));
    const inner = block('B', polygon(box(5, 3, 8, 6)));
    const report = await check({ boundary: holed, zones: [ring, inner] });
    expect(inShort(report.findings)).toEqual([['outside', 'B', 9]]);
  });

  it('never says covered when there is nothing to check', async () => {
    expect(await check({ boundary: whole })).toMatchObject({ ok: false, nothing: 'no-zones' });
    expect(await check({ zones: [left] })).toMatchObject({ ok: false, nothing: 'no-boundary' });
    const broken = block(
      'A',
      polygon([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
    );
    const report = await check({ boundary: whole, zones: [broken] });
    expect(report).toMatchObject({ ok: false, nothing: 'no-zones' });
    expect(report.findings.map(({ message }) => message.key)).toEqual(['invalid.too-short']);
  });

  // +-----+-----+
  // | +-+ |  B  |    without a boundary the hole in A is still known,
  // | |/| A     |    the district's edge is not
  // +-----+-----+
  it('finds enclosed gaps and overlaps without a boundary', async () => {
    const holed = block('A', polygon(box(0, 0, 12, 10), box(3, 3, 6, 6)));
    const report = await check({ zones: [holed, right] });
    expect(inShort(report.findings)).toEqual([
      ['gap', 'A', 9],
      ['overlap', 'A+B', 20],
    ]);
    expect(report.areas).toBeNull();
  });

  it('accepts an exception up to its last day and no longer', async () => {
    const lake = exception('湖', 8, -5, 30, 15);
    const given = { boundary: whole, zones: [left], exceptions: [lake] };
    const during = await check({ ...given, on: '2026-06-01' });
    expect(during.ok).toBe(true);
    expect(during.areas).toMatchObject({ covered: 100, exception: 100, gap: 0, balance: 0 });
    for (const on of ['2025-12-31', '2026-06-02']) {
      const other = await check({ ...given, on });
      expect(inShort(other.findings)).toEqual([['gap', 'A', 100]]);
    }
  });

  it('proves coverage for each issue class', async () => {
    const issueClasses = ['waste', 'traffic', 'other'].map((key) => ({ key, name: key }));
    const zones = [
      left,
      block('waste-B', right.geometry, ['waste']),
      block('traffic-B', right.geometry, ['traffic']),
    ];
    const report = await check({ boundary: whole, zones, issueClasses });
    // Nobody answers for 'other' in the right half; waste and traffic do not overlap.
    expect(inShort(report.findings)).toEqual([['gap', 'A', 100]]);
    expect(report.findings[0]?.message.params['scope']).toBe(' […]');
    const complete = [...zones, block('other-B', right.geometry, ['other'])];
    expect((await check({ boundary: whole, zones: complete, issueClasses })).ok).toBe(true);
  });

  it('lets strips lie over blocks and sites over both', async () => {
    const [w, s, e, n] = [116.3, 39.9, 116.32, 39.91];
    const base = {
      kind: 'zone' as const,
      parentId: null,
      code: '',
      categories: [],
      attributes: {},
    };
    const road: Zone = {
      ...base,
      shape: 'strip',
      id: 'road',
      name: 'road',
      widthM: 20,
      geometry: {
        type: 'LineString',
        coordinates: [
          [116.305, 39.902],
          [116.31, 39.908],
        ],
      },
    };
    const square = (id: string, longitude: number): Zone => ({
      ...base,
      shape: 'site',
      id,
      name: id,
      radiusM: 50,
      geometry: { type: 'Point', coordinates: [longitude, 39.908] },
    });
    const given = { boundary: outline(polygon(box(w, s, e, n))), planar: false };
    const ground = block('block', polygon(box(w, s, e, n)));
    const points = [pointAt('on the road', 116.305, 39.902)];
    const covered = await check({ ...given, zones: [ground, road, square('s', 116.31)], points });
    expect(covered.findings).toEqual([]);
    expect(Math.abs(covered.areas?.balance ?? 1)).toBeLessThan(1e-3);
    const sites = [square('s', 116.31), square('t', 116.3105)];
    const double = await check({ ...given, zones: [ground, road, ...sites] });
    expect(double.findings.map(({ rule, recordIds }) => [rule, ...recordIds])).toEqual([
      ['overlap', 's', 't'],
    ]);
  });

  it('finds points in no zone and in two, but not on a common border', async () => {
    const wide = block('A', polygon(box(0, 0, 13, 10)));
    const points = [
      pointAt('free', 19, 5),
      pointAt('twice', 12, 5),
      pointAt('fine', 2, 5),
      pointAt('excused', 16.5, 5),
      pointAt('edge', 5, 10),
    ];
    const half = block('B', polygon(box(10, 0, 15, 10)));
    const exceptions = [exception('x', 16, 4, 17, 6)];
    const report = await check({ boundary: whole, zones: [wide, half], points, exceptions });
    const found = report.findings.filter(({ rule }) => rule.endsWith('point'));
    expect(found.map(({ rule, recordIds }) => [rule, ...recordIds])).toEqual([
      ['uncovered-point', 'free'],
      ['double-covered-point', 'twice', 'A', 'B'],
    ]);
    const border = await check({
      boundary: whole,
      zones: [left, right],
      points: [pointAt('p', 10, 5)],
    });
    expect(border.ok).toBe(true);
  });

  it('places every finding inside its defect, be it a sliver of 1 mm by 100 m', async () => {
    const long = outline(polygon(box(0, 0, 200, 100)));
    const zones = [
      block('A', polygon(box(0, 0, 100, 100))),
      block(
        'B',
        polygon([
          [100.001, 0],
          [200, 0],
          [200, 100],
          [100.001, 100],
          [100.001, 0],
        ]),
      ),
    ];
    const report = await check({ boundary: long, zones });
    const [finding] = report.findings;
    expect(finding).toMatchObject({ rule: 'mismatch', severity: 'warning' });
    const geometry = finding?.geometry;
    expect(geometry?.type).toBe('Polygon');
    if (geometry?.type !== 'Polygon') return;
    expect(new AreaIndex(geometry).locate(finding?.at ?? [], 1e-9)).toBe('inside');
    expect(finding?.widthM).toBeCloseTo(0.001, 6);
  });

  it('gives the same ids in whatever order the zones come', async () => {
    const zones = [
      left,
      block('B', polygon(box(9, 0, 14, 10))),
      block('C', polygon(box(16, 0, 21, 10))),
    ];
    const ids = async (list: typeof zones) =>
      (await check({ boundary: whole, zones: list })).findings.map(({ id }) => id);
    const forward = await ids(zones);
    expect(new Set(forward).size).toBe(3);
    expect(await ids(zones.toReversed())).toEqual(forward);
  });
});
