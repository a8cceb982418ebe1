import { toWgs84 } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { differenceOfAreas, intersectAreas, toArea, toPolygons } from '#shared/geo/clip.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import {
  block,
  box,
  check,
  inShort,
  outline,
  pointAt,
  polygon,
} from '#test/unit/shared/checks/given.ts';

const common = { kind: 'zone', parentId: null, code: '', attributes: {} } as const;

function strip(id: string, widthM: number, line: Position[], categories: string[] = []): Zone {
  const coordinates = line as [number, number][];
  const geometry = { type: 'LineString', coordinates } as const;
  return { ...common, shape: 'strip', id, name: id, categories, widthM, geometry };
}

function site(id: string, x: number, y: number, radiusM: number | null): Zone {
  const geometry = { type: 'Point' as const, coordinates: [x, y] as [number, number] };
  return { ...common, shape: 'site', id, name: id, categories: [], radiusM, geometry };
}

const boundary = outline(polygon(box(0, 0, 200, 100)));
const left = block('A', polygon(box(0, 0, 100, 100)));
const right = block('B', polygon(box(100, 0, 200, 100)));

describe('precedence on a plane', () => {
  // +-----+-----+
  // |  A =====  |    a road over both blocks, a site over road and block
  // |     | (s) |
  // +-----+-----+
  it('lets strips lie over blocks and sites over both', async () => {
    const road = strip('road', 7, [
      [20, 31],
      [133, 57],
      [150, 71],
    ]);
    const report = await check({ boundary, zones: [left, right, road, site('s', 140, 60, 15)] });
    expect(report.findings).toEqual([]);
    expect(report.areas).toMatchObject({
      covered: expect.closeTo(20_000, 6),
      gap: 0,
      overlap: 0,
      outside: 0,
    });
  });

  // +-----+-----+
  // |  ==#===   |    two roads share the ground where they cross, over A and B: one finding
  // |    ‖| B   |
  // +-----+-----+
  it('finds two strips over one place, once', async () => {
    const zones = [
      left,
      right,
      strip('east', 10, [
        [20, 50],
        [180, 50],
      ]),
      strip('north', 10, [
        [100, 20],
        [100, 80],
      ]),
    ];
    const report = await check({ boundary, zones });
    expect(inShort(report.findings)).toEqual([['overlap', 'east+north', 100]]);
  });

  // +-----+--~--+
  // |  A  |  ~ B|    a road runs on over the edge of the district
  // +-----+--~--+~~
  it('finds what a strip covers outside', async () => {
    const report = await check({
      boundary,
      zones: [
        left,
        right,
        strip('road', 10, [
          [150, 50],
          [150, -50],
        ]),
      ],
    });
    expect(inShort(report.findings)).toEqual([['outside', 'road', expect.closeTo(539, 0)]]);
  });

  // +-----+-----+
  // |  A  |/////|    a road alone through ground without block: two gaps beside it
  // |     |=====|
  // +-----+-----+
  it('finds the gaps on both sides of a strip', async () => {
    const report = await check({
      boundary,
      zones: [
        left,
        strip('road', 10, [
          [90, 50],
          [250, 50],
        ]),
      ],
    });
    expect(inShort(report.findings).map(([rule, who]) => [rule, who])).toEqual([
      ['gap', 'A+road'],
      ['gap', 'A+road'],
      ['outside', 'road'],
    ]);
    expect(report.areas?.balance).toBeCloseTo(0, 6);
  });

  it('counts a point on a road to the road alone', async () => {
    const zones = [
      left,
      right,
      strip('road', 10, [
        [20, 50],
        [180, 50],
      ]),
      site('s', 100, 50, 8),
    ];
    const points = [pointAt('on the road', 60, 52), pointAt('in the site', 101, 51)];
    expect((await check({ boundary, zones, points })).findings).toEqual([]);
    const twice = [
      ...zones,
      strip('other', 10, [
        [60, 20],
        [60, 80],
      ]),
    ];
    const found = (await check({ boundary, zones: twice, points })).findings;
    expect(inShort(found)).toEqual([
      ['overlap', 'other+road', 100],
      ['double-covered-point', 'on the road+other+road', null],
    ]);
  });

  it('names strips and sites that have no ground', async () => {
    const zones = [
      left,
      right,
      strip('nowhere', 5, [
        [3, 4],
        [3, 4],
      ]),
      site('t', 5, 6, null),
    ];
    const report = await check({ boundary, zones });
    expect(report.findings.map(({ rule, recordIds, at }) => [rule, recordIds, at])).toEqual([
      ['invalid', ['nowhere'], [3, 4]],
      ['invalid', ['t'], [5, 6]],
    ]);
  });

  // +-----+-----+
  // | A ==waste=|    the road answers for waste only; for the rest A and B do
  // +-----+-----+
  it('holds for each issue class', async () => {
    const road = strip(
      'road',
      10,
      [
        [20, 50],
        [180, 50],
      ],
      ['waste'],
    );
    const other = strip(
      'other',
      10,
      [
        [60, 20],
        [60, 80],
      ],
      ['traffic'],
    );
    const issueClasses = ['waste', 'traffic'].map((key) => ({ key, name: key }));
    const given = { boundary, issueClasses };
    expect((await check({ ...given, zones: [left, right, road, other] })).ok).toBe(true);
    const holed = block('A', polygon(box(0, 0, 100, 100), box(30, 47, 40, 53)));
    const report = await check({ ...given, zones: [holed, right, road, other] });
    // Where the road answers for waste there is no gap for waste, but one for traffic.
    expect(inShort(report.findings)).toEqual([['gap', 'A', 60]]);
    expect(report.findings[0]?.message.params['scope']).toBe(' [traffic]');
  });

  const at = fc.tuple(fc.integer({ min: 30, max: 170 }), fc.integer({ min: 30, max: 70 }));
  const randomStrip = fc.record({
    line: fc.array(at, { minLength: 2, maxLength: 4 }),
    width: fc.integer({ min: 1, max: 12 }),
  });
  const randomSite = fc.record({ at, radius: fc.integer({ min: 2, max: 20 }) });

  it.each([true, false])('makes no noise, whatever lies over what (planar: %s)', async (planar) => {
    const place = ([x = 0, y = 0]: Position): Position =>
      planar
        ? [x, y]
        : toWgs84([x + 12_900_000, y + 4_800_000]).map((v) => Math.round(v * 1e7) / 1e7);
    const move = (zone: Zone) => {
      const coordinates = (zone.geometry as Polygon).coordinates.map((ring) => ring.map(place));
      return { ...zone, geometry: { ...zone.geometry, coordinates } } as Zone;
    };
    const ground = {
      ...boundary,
      geometry: move({ ...left, geometry: boundary.geometry }).geometry,
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomStrip, { maxLength: 3 }),
        fc.array(randomSite, { maxLength: 3 }),
        async (strips, sites) => {
          const over = [
            ...strips.map(({ line, width }, i) => strip(`road${i}`, width, line.map(place))),
            ...sites.map(({ at: middle, radius }, i) => {
              const [x = 0, y = 0] = place(middle);
              return site(`site${i}`, x, y, radius);
            }),
          ];
          const report = await check({
            boundary: ground as typeof boundary,
            zones: [move(left), ...over, move(right)],
            planar,
          });
          // Blocks have no part in anything: all that is wrong lies between strips or sites.
          const blocks = report.findings.filter(({ recordIds }) =>
            recordIds.some((id) => id === 'A' || id === 'B'),
          );
          expect(blocks).toEqual([]);
          expect(report.areas).toMatchObject({ gap: 0, outside: 0 });
          expect(Math.abs(report.areas?.balance ?? 1)).toBeLessThan(1e-3);
          // Witness: the ground that two of one rank share, less what a higher one takes.
          const groundOf = (zone: Zone) => zoneGround(zone, planar);
          const grounds = over.map(groundOf);
          const higher = over.flatMap((z, i) =>
            z.shape === 'site' && grounds[i] ? [grounds[i]] : [],
          );
          let shared = 0;
          for (const kind of ['strip', 'site'] as const) {
            const alike = grounds.filter((g, i) => g !== null && over[i]?.shape === kind);
            let common: Polygon[] = [];
            alike.forEach((a, i) => {
              for (const b of alike.slice(i + 1)) common.push(...intersectAreas([a!, b!]));
            });
            const whole = toArea(common);
            if (whole && kind === 'strip') common = differenceOfAreas(whole, higher);
            // Three over one place would be counted thrice: only their union matters.
            const once = common.reduce<Polygon | MultiPolygon | null>((sum, p) => {
              return sum ? toArea([...differenceOfAreas(p, [sum]), ...toPolygons(sum)]) : p;
            }, null);
            shared += once ? areaM2(once, planar) : 0;
          }
          expect(Math.abs((report.areas?.overlap ?? 0) - shared)).toBeLessThan(0.5);
        },
      ),
      { numRuns: 40 },
    );
  });
});
