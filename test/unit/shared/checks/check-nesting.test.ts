import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { checkNesting } from '#shared/checks/check-nesting.ts';
import { checkCoverage } from '#shared/checks/check-coverage.ts';
import type { NestingCheckInput } from '#shared/checks/check-input.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { differenceOfAreas, toArea, unionOfAreas } from '#shared/geo/clip.ts';
import type { Community } from '#shared/model/community.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { Street } from '#shared/model/street.ts';
import type { Zone } from '#shared/model/zone.ts';
import { block, box, coverageInput, outline, polygon, quiet } from './given.ts';

type Sides = [number, number, number, number];

const ground = (...sides: Sides) => polygon(box(...sides));
const street = (id: string, geometry: Area): Street => ({
  kind: 'street',
  id,
  districtId: 'd',
  name: id,
  code: '',
  geometry,
  attributes: {},
});
const community = (id: string, streetId: string | null, geometry: Area): Community => ({
  kind: 'community',
  id,
  streetId,
  name: id,
  code: '',
  geometry,
  attributes: {},
});
const zone = (id: string, parentId: string, geometry: Area): Zone => ({
  ...block(id, geometry),
  parentId,
});
const road = (id: string, parentId: string, widthM: number, line: [number, number][]): Zone => ({
  ...block(id, polygon()),
  shape: 'strip',
  parentId,
  widthM,
  geometry: { type: 'LineString', coordinates: line },
});

const boundary = outline(ground(0, 0, 200, 100));
const west = street('S1', ground(0, 0, 100, 100));
const east = street('S2', ground(100, 0, 200, 100));

/** Message, records and area of what the levels say, after what the zones say. */
async function nesting(given: Partial<NestingCheckInput>) {
  const input = { ...coverageInput({ boundary }), streets: [], communities: [], ...given };
  const { findings } = await checkCoverage(input, quiet);
  return (await checkNesting(input, findings, quiet)).map((finding) => {
    expect(finding).toMatchObject({ rule: 'nesting', severity: 'warning' });
    const { message, recordIds, areaM2 } = finding;
    return [message.key, recordIds.join(), Math.round((areaM2 ?? 0) * 1e4) / 1e4];
  });
}

describe('the levels', () => {
  // +--S1--+--S2--+
  // | C1|C2|  C3  |
  // | Z1|Z2|Z3|Z4 |
  // +---+--+------+
  it('agree when each is made up of the next', async () => {
    const communities = [
      community('C1', 'S1', ground(0, 0, 50, 100)),
      community('C2', 'S1', ground(50, 0, 100, 100)),
      community('C3', 'S2', ground(100, 0, 200, 100)),
    ];
    const zones = [
      zone('Z1', 'C1', ground(0, 0, 50, 100)),
      zone('Z2', 'C2', ground(50, 0, 100, 100)),
      zone('Z3', 'C3', ground(100, 0, 150, 100)),
      zone('Z4', 'S2', ground(150, 0, 200, 100)),
    ];
    expect(await nesting({ streets: [west, east], communities, zones })).toEqual([]);
  });

  // +--S1--+---+//+
  // |      |S2 |//|    nobody's street; the zones are none of its business
  // +------+---+//+
  it('miss a street', async () => {
    const streets = [west, street('S2', ground(100, 0, 180, 100))];
    const zones = [block('Z', ground(0, 0, 200, 100))];
    expect(await nesting({ streets, zones })).toEqual([
      ['nesting.without-street', 'outline,S2', 2000],
    ]);
    // Where no zone is either, the gap says so already.
    const fewer = [block('Z', ground(0, 0, 190, 100))];
    expect(await nesting({ streets, zones: fewer })).toEqual([
      ['nesting.without-street', 'outline,S2', 1000],
    ]);
    expect(await nesting({ streets, zones: [block('Z', ground(0, 0, 180, 100))] })).toEqual([]);
  });

  // +--S1-+#+-S2--+
  // |     |#|     |xxx    streets over each other, and beyond the district
  // +-----+#+-----+
  it('find streets over each other and outside', async () => {
    const streets = [street('S1', ground(0, 0, 110, 100)), street('S2', ground(100, 0, 230, 100))];
    expect(await nesting({ streets, zones: [block('Z', ground(0, 0, 200, 100))] })).toEqual([
      ['nesting.overlap', 'S1,S2,outline', 1000],
      ['nesting.outside', 'S2,outline', 3000],
    ]);
  });

  // +---S1---+--S2---+
  // |  C1 ...+..     |    C1 belongs to S1 but reaches into S2, which it fills there
  // |  C2    | : C3  |
  // +--------+-------+
  it('tell ground of a foreign community once, as outside its street', async () => {
    const communities = [
      community('C1', 'S1', ground(0, 50, 120, 100)),
      community('C2', 'S1', ground(0, 0, 100, 50)),
      community(
        'C3',
        'S2',
        polygon([
          [100, 0],
          [200, 0],
          [200, 100],
          [120, 100],
          [120, 50],
          [100, 50],
          [100, 0],
        ]),
      ),
    ];
    expect(await nesting({ streets: [west, east], communities })).toEqual([
      ['nesting.outside', 'C1,S1', 1000],
    ]);
  });

  // +---S1---+
  // | C1 |///|    a street with communities must be filled by them, one without need not
  // +----+---+
  it('miss a community', async () => {
    const communities = [community('C1', 'S1', ground(0, 0, 60, 100))];
    expect(await nesting({ streets: [west, east], communities })).toEqual([
      ['nesting.without-community', 'S1,C1', 4000],
    ]);
  });

  // +-C1-+-C2-+
  // | Z1 ..   |    Z1 names C1 but covers some of C2; where Z2 lies too, the overlap says so
  // +----+----+
  it('find a zone beyond its community, unless the overlap tells of it', async () => {
    const communities = [
      community('C1', 'S1', ground(0, 0, 100, 100)),
      community('C2', 'S2', ground(100, 0, 200, 100)),
    ];
    const given = { streets: [west, east], communities };
    const z1 = zone('Z1', 'C1', ground(0, 0, 130, 100));
    const beside = [z1, zone('Z2', 'C2', ground(130, 0, 200, 100))];
    expect(await nesting({ ...given, zones: beside })).toEqual([
      ['nesting.outside', 'Z1,C1', 3000],
    ]);
    const over = [z1, zone('Z2', 'C2', ground(100, 0, 200, 100))];
    expect(await nesting({ ...given, zones: over })).toEqual([]);
    const partly = [z1, zone('Z2', 'C2', ground(110, 0, 200, 100))];
    expect(await nesting({ ...given, zones: partly })).toEqual([
      ['nesting.outside', 'Z1,C1', 1000],
    ]);
  });

  // +-C1-+|+-C2-+    a road along the border reaches over it by half its width; a road
  // |    |||    |    that lies in the other community does not belong to C1
  it('let roads lie along a border', async () => {
    const zones = [
      zone('Z1', 'S1', ground(0, 0, 100, 100)),
      zone('Z2', 'S2', ground(100, 0, 200, 100)),
      road('along', 'S1', 10, [
        [100, 20],
        [100, 80],
      ]),
      road('away', 'S1', 10, [
        [150, 20],
        [150, 80],
      ]),
    ];
    const found = await nesting({ streets: [west, east], zones });
    expect(found).toEqual([['nesting.outside', 'away,S1', expect.closeTo(678.4, 0)]]);
  });

  // S1 |' S2     the two streets' borders run 0.3 m apart: one stretch, not ground in dispute
  it('find borders that nearly agree', async () => {
    const streets = [west, street('S2', ground(100.3, 0, 200, 100))];
    const zones = [block('Z', ground(0, 0, 200, 100))];
    expect(await nesting({ streets, zones })).toEqual([
      ['nesting.border-between', 'S1,S2,outline', 30],
    ]);
    const inner = [west, street('S2', ground(100, 0, 199.5, 100))];
    expect(await nesting({ streets: inner, zones })).toEqual([
      ['nesting.border-parent', 'S2,outline', 50],
    ]);
    // A millimetre of rounding on a slanted border is nothing.
    const slanted = (y: number) => 100 + y / 7;
    const third = Math.round(slanted(33.333) * 1000) / 1000;
    const left = polygon([
      [0, 0],
      [100, 0],
      [third, 33.333],
      [slanted(98), 98],
      [0, 98],
      [0, 0],
    ]);
    const right = polygon([
      [100, 0],
      [200, 0],
      [200, 98],
      [slanted(98), 98],
      [100, 0],
    ]);
    expect(
      await nesting({
        boundary: outline(ground(0, 0, 200, 98)),
        streets: [street('S1', left), street('S2', right)],
        zones: [block('Z', ground(0, 0, 200, 98))],
      }),
    ).toEqual([]);
  });

  it('say that a whole layer is shifted in one finding', async () => {
    const rows = [0, 1, 2, 3].flatMap((i) => [0, 1].map((j) => [i, j] as const));
    const at = (i: number, j: number, off: number) =>
      ground(50 * i + off, 50 * j, 50 * i + 50 + off, 50 * j + 50);
    const streets = rows.map(([i, j]) => street(`s${i}${j}`, at(i, j, 6)));
    const zones = rows.map(([i, j]) => block(`z${i}${j}`, at(i, j, 0)));
    expect((await nesting({ streets, zones })).map(([key]) => key)).toEqual(['nesting.offset']);
  });

  //  S1 goes round itself like an 8: named, and counted with all it goes round
  it('name broken rings of streets and communities, and go on', async () => {
    const eight = polygon([
      [0, 0],
      [100, 100],
      [0, 100],
      [100, 0],
      [0, 0],
    ]);
    const input = {
      ...coverageInput({ boundary }),
      streets: [street('S1', eight), east, street('S0', polygon())],
      communities: [],
    };
    const findings = await checkNesting(input, [], quiet);
    expect(findings.map(({ message, recordIds }) => [message.key, ...recordIds])).toEqual([
      ['invalid.self-crossing', 'S1'],
      ['invalid.no-ground', 'S0'],
      ['nesting.without-street', 'outline', 'S1'],
      ['nesting.without-street', 'outline', 'S1', 'S2'],
    ]);
  });

  it('leave approved exceptions alone', async () => {
    const lake = {
      kind: 'exception' as const,
      id: 'lake',
      name: '湖',
      geometry: ground(150, 0, 200, 100),
      reason: '湖面',
      approver: '区政府',
      from: '2026-01-01',
      expires: '2026-06-01',
    };
    const streets = [west, street('S2', ground(100, 0, 150, 100))];
    expect(await nesting({ streets, exceptions: [lake] })).toEqual([]);
    expect(await nesting({ streets, exceptions: [lake], on: '2026-06-02' })).toHaveLength(1);
  });
});

describe('the levels at random', () => {
  const side = fc.integer({ min: 0, max: 12 });
  const rectangle = fc.tuple(side, side, side, side).map(([x, y, w, h]): Sides => {
    return [x, y, x + 1 + (w % 8), y + 1 + (h % 8)];
  });
  const areaOf = (polygons: readonly Polygon[]) =>
    polygons.reduce((sum, part) => sum + areaM2(part, true), 0);

  // Whole metres, so that nothing is within the tolerance. Turf cuts everything with everything.
  it('agree with Turf', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rectangle, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(rectangle, fc.nat(3)), { minLength: 1, maxLength: 5 }),
        async (streetSides, communitySides) => {
          const streets = streetSides.map((sides, i) => street(`S${i}`, ground(...sides)));
          const communities = communitySides.map(([sides, of], i) =>
            community(`C${i}`, `S${of % streets.length}`, ground(...sides)),
          );
          const edge = ground(0, 0, 15, 15);
          const input = { ...coverageInput({ boundary: outline(edge) }), streets, communities };
          const findings = await checkNesting(input, [], quiet);
          const found = (key: string, level: string) =>
            findings.reduce((sum, { message, recordIds, areaM2: size }) => {
              const parent = key === 'outside' ? recordIds.at(-1) : recordIds[0];
              const own = message.key === `nesting.${key}` && parent === level;
              return sum + (own ? (size ?? 0) : 0);
            }, 0);
          expect(found('without-street', 'outline')).toBeCloseTo(
            areaOf(
              differenceOfAreas(
                edge,
                streets.map(({ geometry }) => geometry),
              ),
            ),
            6,
          );
          for (const { id, geometry } of streets) {
            const own = communities.filter(({ streetId }) => streetId === id);
            if (own.length === 0) continue;
            const all = unionOfAreas(own.map((child) => child.geometry));
            expect(found('outside', id)).toBeCloseTo(
              areaOf(differenceOfAreas(toArea(all)!, [geometry])),
              6,
            );
            expect(found('without-community', id)).toBeCloseTo(
              areaOf(
                differenceOfAreas(
                  geometry,
                  communities.map((child) => child.geometry),
                ),
              ),
              6,
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
