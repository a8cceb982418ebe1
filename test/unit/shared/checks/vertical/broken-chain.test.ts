import { describe, expect, it } from 'vitest';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, pointAt, polygon, quiet } from '#test/unit/shared/checks/given.ts';
import { community, filled, found, ground, street } from '#test/unit/shared/checks/given-chain.ts';

const metre = 1 / 111_195;
const zone = (geometry: Area, parentId: string | null = 's1'): Zone => ({
  ...block('z', geometry),
  parentId,
});

async function outside(given: Partial<ChainCheckInput>) {
  const { findings } = await checkChain(filled(given), quiet);
  return findings.map(({ message: { key, params } }) => [key, params['distance']]);
}

describe('broken-chain', () => {
  it('asks for a parent only where there could be one', async () => {
    const zones = [zone(ground, null)];
    expect(await found(filled({ zones }))).toEqual(['broken-chain.no-parent z']);
    const lone = filled({ streets: [], zones, posts: [], roles: [] });
    expect(await found({ ...lone, posts: filled().posts })).toEqual([]);
    expect(await found(filled({ communities: [community('c', null)] }))).toEqual([
      'broken-chain.no-parent c',
    ]);
  });

  it('finds parents that are gone, below, on the same level or oneself', async () => {
    const missing = ['broken-chain.missing z'];
    for (const parentId of ['gone', 'z', 'y', 'pt']) {
      const zones = [zone(ground, parentId), { ...block('y', ground), parentId: 's1' }];
      const points = [pointAt('pt', 116.305, 39.905)];
      expect(await found(filled({ zones, points }))).toEqual(missing);
    }
    expect(await found(filled({ communities: [community('c', 'd')], zones: [] }))).toEqual([]);
    expect(await found(filled({ streets: [{ ...street('s1'), districtId: 'x' }] }))).toEqual([
      'broken-chain.missing s1',
    ]);
  });

  /*
   *   ┌──────────────┐
   *   │ s1   ┌───────┼─┐ z
   *   │      └───────┼─┘
   *   └──────────────┘
   */
  it('measures how far a zone runs out of its parent, and lets a metre pass', async () => {
    const out = (metres: number) => {
      const east = 116.32 + (metres * metre) / Math.cos((39.905 * Math.PI) / 180);
      return outside({ zones: [zone(polygon(box(116.315, 39.903, east, 39.906)))] });
    };
    expect(await out(0)).toEqual([]);
    expect(await out(0.9)).toEqual([]);
    expect(await out(1.2)).toEqual([['broken-chain.outside', expect.closeTo(1.2, 1)]]);
    expect(await out(250)).toEqual([['broken-chain.outside', expect.closeTo(250, 0)]]);
  });

  /*
   *   ┌───┐    ┌───┐
   *   │ ┌─┼────┼─┐ │   all corners of z lie in s1, its middle does not
   *   │ └─┼────┼─┘ │
   *   │   └────┘   │
   *   └────────────┘
   */
  it('finds a zone that bridges a bay of its parent', async () => {
    const bay = polygon([
      [116.3, 39.9],
      [116.32, 39.9],
      [116.32, 39.91],
      [116.315, 39.91],
      [116.315, 39.902],
      [116.305, 39.902],
      [116.305, 39.91],
      [116.3, 39.91],
      [116.3, 39.9],
    ]);
    const zones = [zone(polygon(box(116.302, 39.905, 116.318, 39.907)))];
    const [finding] = await outside({ streets: [street('s1', bay)], zones });
    expect(finding?.[0]).toBe('broken-chain.outside');
    expect(finding?.[1]).toBeGreaterThan(300);
  });

  /*
   *   ┌────────────┐
   *   │  ┌──────┐  │   z covers the hole of s1 without touching it
   *   │  │ ┌──┐ │  │
   *   │  │ └──┘ │  │
   *   │  └──────┘  │
   *   └────────────┘
   */
  it('finds a zone over a hole of its parent', async () => {
    const holed = polygon(box(116.3, 39.9, 116.32, 39.91), box(116.309, 39.904, 116.311, 39.906));
    const zones = [zone(polygon(box(116.305, 39.902, 116.315, 39.908)))];
    expect((await outside({ streets: [street('s1', holed)], zones }))[0]?.[0]).toBe(
      'broken-chain.outside',
    );
    // The ring around the hole is inside.
    const ring = polygon(
      box(116.305, 39.902, 116.315, 39.908),
      box(116.309, 39.904, 116.311, 39.906),
    );
    expect(await outside({ streets: [street('s1', holed)], zones: [zone(ring)] })).toEqual([]);
  });

  it('follows the middle of a strip and the position of a site', async () => {
    const strip = (x: number): Zone => ({
      ...zone(ground),
      shape: 'strip',
      widthM: 40,
      geometry: {
        type: 'LineString',
        coordinates: [
          [116.301, 39.905],
          [x, 39.905],
        ],
      },
    });
    expect(await outside({ zones: [strip(116.32)] })).toEqual([]);
    expect((await outside({ zones: [strip(116.33)] }))[0]?.[1]).toBeGreaterThan(800);
    const site = (x: number): Zone => ({
      ...zone(ground),
      shape: 'site',
      radiusM: 100,
      geometry: { type: 'Point', coordinates: [x, 39.905] },
    });
    expect(await outside({ zones: [site(116.3199)] })).toEqual([]);
    expect((await outside({ zones: [site(116.321)] }))[0]?.[0]).toBe('broken-chain.outside');
  });

  it('says so when the parent has no shape to lie in', async () => {
    const zones = [zone(ground)];
    const streets = [street('s1', polygon())];
    expect(await found(filled({ streets, zones }))).toContain('broken-chain.no-ground z');
  });

  it('finds a point above which there is no zone, unless its ground is excepted', async () => {
    const exception = {
      kind: 'exception' as const,
      id: 'e',
      name: '湖',
      geometry: polygon(box(116.312, 39.902, 116.318, 39.908)),
      reason: '水面',
      approver: '区',
      from: '2026-06-15',
      expires: '2026-06-15',
    };
    const given = {
      zones: [zone(polygon(box(116.3, 39.9, 116.31, 39.91)))],
      points: [
        pointAt('in', 116.305, 39.905),
        pointAt('edge', 116.31, 39.905),
        pointAt('out', 116.315, 39.905),
      ],
    };
    expect(await found(filled(given))).toEqual(['broken-chain.no-zone out']);
    expect(await found(filled({ ...given, exceptions: [exception] }))).toEqual([]);
    const tomorrow = { ...given, exceptions: [exception], on: '2026-06-16' };
    expect(await found(filled(tomorrow))).toEqual(['broken-chain.no-zone out']);
  });
});
