import { describe, expect, it } from 'vitest';
import { changeStrip } from '#shared/edits/commands/change-strip.ts';
import { drawSite } from '#shared/edits/commands/draw-site.ts';
import { drawStrip } from '#shared/edits/commands/draw-strip.ts';
import { moveSite } from '#shared/edits/commands/move-site.ts';
import { moveVertices } from '#shared/edits/commands/move-vertices.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { record } from '#test/unit/shared/edits/records.ts';
import { area, box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';
import { at, line, reason, redrawn, size, sketch } from './redrawn.ts';

//  +-----------+-------+
//  |  A   (S)  :       |    S and T are sites, R a road; right of A is bare ground, on which only
//  |  ==R==    :  (T)  |    T stands
//  +-----------+-------+
const plan = () =>
  district([box(0, 0, 20, 10)], {
    A: [box(0, 0, 10, 10)],
    S: { shape: 'site', radiusM: 10, geometry: { type: 'Point', coordinates: at(7, 7) } },
    T: { shape: 'site', radiusM: 10, geometry: { type: 'Point', coordinates: at(15, 3) } },
    R: {
      shape: 'strip',
      widthM: 6,
      geometry: { type: 'LineString', coordinates: line([1, 2], [6, 2]) },
    },
  });
const id = (document: ReturnType<typeof plan>, name: string) => zoneNamed(document, name).id;

describe('moveSite', () => {
  it('moves a site over blocks, and changes its radius', async () => {
    const document = plan();
    const zoneId = id(document, 'S');
    const next = await redrawn(document, moveSite, { zoneId, at: at(4, 6), radiusM: 20 });
    expect(zoneNamed(next, 'S')).toMatchObject({
      radiusM: 20,
      geometry: { coordinates: at(4, 6) },
    });
    expect(zoneNamed(next, 'A')).toBe(zoneNamed(document, 'A'));
  });

  it('refuses what would overlap its like, leave the district, or leave ground bare', () => {
    const document = plan();
    const S = { zoneId: id(document, 'S') };
    const T = { zoneId: id(document, 'T') };
    expect(reason(document, moveSite, { ...S, at: at(15, 3.5) })).toBe(
      'edit.redraw.refused.overlaps',
    );
    expect(reason(document, moveSite, { ...S, at: at(0, 7) })).toBe(
      'edit.redraw.refused.leavesDistrict',
    );
    // By a tenth of a square metre.
    expect(reason(document, moveSite, { ...S, at: at(1.163, 7) })).toBe(
      'edit.redraw.refused.leavesDistrict',
    );
    expect(reason(document, moveSite, { ...T, at: at(5, 8) })).toBe('edit.redraw.refused.opensGap');
    expect(reason(document, moveSite, { ...T, at: at(5, 8), allowInvalid: true })).toBe('done');
    expect(reason(document, moveSite, { ...S, radiusM: -1 })).toBe('edit.refused.invalid');
    expect(reason(document, moveSite, { ...S, at: [200, 0] })).toBe('edit.refused.offTheMap');
    expect(reason(document, moveSite, { zoneId: id(document, 'R') })).toBe(
      'edit.redraw.refused.notRound',
    );
  });
});

describe('changeStrip', () => {
  it('gives a road another line or width', async () => {
    const document = plan();
    const zoneId = id(document, 'R');
    const ground = (of: typeof document) => areaM2(zoneGround(zoneNamed(of, 'R'))!);
    const wider = await redrawn(document, changeStrip, { zoneId, widthM: 12 });
    expect(ground(wider) / ground(document)).toBeGreaterThan(2);
    const lines = [line([1, 4], [6, 4]), line([3, 5], [3, 8])];
    const moved = await redrawn(document, changeStrip, { zoneId, lines });
    expect(zoneNamed(moved, 'R').geometry.type).toBe('MultiLineString');
    expect(reason(document, changeStrip, { zoneId, lines: [line([1, 4])] })).toBe(
      'edit.redraw.refused.noShape',
    );
    expect(reason(document, changeStrip, { zoneId: id(document, 'A') })).toBe(
      'edit.redraw.refused.notStrip',
    );
  });
});

describe('drawSite and drawStrip', () => {
  const form = { newId: '00000000-0000-4000-8000-00000000aaaa', name: '新', parentId: null };

  it('draw a circle or a polygon over blocks, which keep their ground', async () => {
    const document = plan();
    const round = await redrawn(document, drawSite, {
      ...form,
      ground: { at: at(3, 7), radiusM: 10 },
    });
    expect(zoneNamed(round, '新')).toMatchObject({ shape: 'site', radiusM: 10, parentId: null });
    expect(zoneNamed(round, 'A')).toBe(zoneNamed(document, 'A'));
    const part = area(box(2, 5, 4, 7)) as never;
    const drawn = await redrawn(document, drawSite, { ...form, ground: { part } });
    expect(zoneNamed(drawn, '新')).toMatchObject({ shape: 'site', radiusM: null });
    expect(size(drawn, '新')).toBe(4);
  });

  //  4,8 ---- 2,8        a bow tie has two halves, which together are the site
  //      \  /
  //      /  \
  //  2,6 ---- 4,6
  it('take a polygon that crosses itself for its parts', async () => {
    const part = area([
      [2, 6],
      [4, 6],
      [2, 8],
      [4, 8],
    ]) as never;
    const next = await redrawn(plan(), drawSite, { ...form, ground: { part } });
    expect(zoneNamed(next, '新').geometry.type).toBe('MultiPolygon');
    expect(size(next, '新')).toBe(2);
  });

  it('draw a road with its width', async () => {
    const document = plan();
    const next = await redrawn(document, drawStrip, {
      ...form,
      line: line([1, 8], [4, 8], [4, 5]),
      widthM: 4,
    });
    expect(zoneNamed(next, '新')).toMatchObject({ shape: 'strip', widthM: 4 });
    const ground = areaM2(zoneGround(zoneNamed(next, '新'))!);
    // Both ends are round.
    const expected = (3 * 8.53 + 3 * 11.1) * 4 + Math.PI * 2 ** 2;
    expect(ground / expected).toBeGreaterThan(0.98);
    expect(ground / expected).toBeLessThan(1.01);
  });

  it('refuse what would overlap its like, leave the district or have no ground', () => {
    const document = plan();
    const site = (x: number, y: number, radiusM = 10) =>
      reason(document, drawSite, { ...form, ground: { at: at(x, y), radiusM } });
    expect(site(7, 7.5)).toBe('edit.redraw.refused.overlaps');
    expect(site(0, 5)).toBe('edit.redraw.refused.leavesDistrict');
    // Wholly outside, with no outline near.
    expect(site(-40, 5)).toBe('edit.redraw.refused.leavesDistrict');
    expect(site(3, 7, 0)).toBe('edit.refused.invalid');
    expect(site(12, 7)).toBe('done');
    const off = { ...form, ground: { at: [200, 0] as never, radiusM: 5 } };
    expect(reason(document, drawSite, off)).toBe('edit.refused.offTheMap');
    const flat = area([
      [2, 6],
      [4, 6],
      [3, 6],
    ]) as never;
    expect(reason(document, drawSite, { ...form, ground: { part: flat } })).toBe(
      'edit.redraw.refused.noShape',
    );
    const strip = (widthM: number, ...places: [number, number][]) =>
      reason(document, drawStrip, { ...form, line: line(...places), widthM });
    expect(strip(4, [3, 1], [3, 5])).toBe('edit.redraw.refused.overlaps');
    expect(strip(4, [3, 5])).toBe('edit.redraw.refused.noShape');
    expect(strip(5000, [3, 5], [4, 5])).toBe('edit.refused.invalid');
    expect(strip(4, [3, 5], [-3, 5])).toBe('edit.redraw.refused.leavesDistrict');
    const crossing = { ...form, line: line([3, 1], [3, 5]), widthM: 4, allowInvalid: true };
    expect(reason(document, drawStrip, crossing)).toBe('done');
  });
});

describe('a plan half drawn', () => {
  it('can be drawn on: bare ground may grow and shrink, but nothing is covered twice', async () => {
    const document = district([box(0, 0, 20, 10)], {
      A: [box(0, 0, 10, 10)],
      B: [box(14, 0, 20, 10)],
    });
    const move = (x: number, y: number) => ({ moves: [{ from: at(10, 10), to: at(x, y) }] });
    const step = { moves: [{ from: at(14, 0), to: at(13, 0) }], allowInvalid: true };
    const result = moveVertices(document, step);
    expect('patch' in result).toBe(true);
    // Ends on the outline are the outline's: the inner corner is free.
    const bent = district([box(0, 0, 20, 10)], {
      A: [
        [
          [0, 0],
          [10, 0],
          [9, 5],
          [10, 10],
          [0, 10],
        ],
      ],
      B: [box(14, 0, 20, 10)],
    });
    const inner = (x: number) => ({ moves: [{ from: at(9, 5), to: at(x, 5) }] });
    const next = await redrawn(bent, moveVertices, inner(12));
    expect(sketch(next, 'A')).toBe('0,0 10,0 12,5 10,10 0,10');
    expect(reason(bent, moveVertices, inner(15))).toBe('edit.redraw.refused.overlaps');
    expect(reason(bent, moveVertices, inner(25))).toBe('edit.redraw.refused.overlaps');
    expect(reason(document, moveVertices, move(11, 9))).toBe('edit.redraw.refused.outline');
  });

  it('keeps to an exception, which is settled', () => {
    const lake = record('exception', 0x80, {
      name: '湖',
      geometry: area(box(10, 2, 14, 8)),
      reason: '水面',
      approver: '区政府',
      from: '2026-01-01',
      expires: '2026-12-31',
    });
    const document = district(
      [box(0, 0, 14, 10)],
      {
        A: [
          [
            [0, 0],
            [14, 0],
            [14, 2],
            [10, 2],
            [10, 8],
            [14, 8],
            [14, 10],
            [0, 10],
          ],
        ],
      },
      [lake],
    );
    const moves = [{ from: at(10, 8), to: at(9, 8) }];
    expect(reason(document, moveVertices, { moves })).toBe('edit.redraw.refused.settledBorder');
    expect(reason(document, moveVertices, { moves, levels: 'stay' })).toBe(
      'edit.redraw.refused.opensGap',
    );
    expect(reason(document, moveVertices, { moves, levels: 'move' })).toBe('done');
  });
});
