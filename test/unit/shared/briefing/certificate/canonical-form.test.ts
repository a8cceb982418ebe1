import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  canonicalArea,
  canonicalGeometry,
} from '#shared/briefing/certificate/canonical-geometry.ts';
import {
  type GroundData,
  groundHashes,
  type HashedException,
  type HashedZone,
} from '#shared/briefing/certificate/ground-hashes.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { randomCoverage } from '#test/unit/shared/checks/random-coverage.ts';

const plain = { code: '', shape: 'block', widthM: null, radiusM: null, categories: [] } as const;
const zone = (name: string, geometry: Geometry, more: Partial<HashedZone> = {}): HashedZone => ({
  ...plain,
  name,
  geometry,
  ...more,
});

const lake: HashedException = {
  name: '湖',
  reason: '水面',
  approver: '区水务局',
  from: '2026-01-01',
  expires: '2026-12-31',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [10, 10],
        [20, 10],
        [20, 20],
        [10, 10],
      ],
    ],
  },
};

/** The ring from another start, perhaps the other way round, perhaps open, with repeats. */
function rewritten(ring: readonly Position[], start: number, how: number): Position[] {
  const open = ring.slice(0, -1);
  const at = start % open.length;
  let list = [...open.slice(at), ...open.slice(0, at)];
  if (how & 1) list = list.toReversed();
  if (how & 2)
    list = list.flatMap((position, i) => (i === 1 ? [position, [...position]] : [position]));
  return how & 4 ? list : [...list, list[0] as Position];
}

const asMulti = (geometry: Polygon): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [geometry.coordinates],
});

const given = randomCoverage
  .filter(({ zones }) => zones.length > 0)
  .map(
    ({ boundary, zones }): GroundData => ({
      planar: true,
      boundary: boundary.geometry as Geometry,
      zones: zones.map(({ name, geometry }) => zone(name, geometry as Geometry)),
      exceptions: [lake],
    }),
  );

describe('the canonical form', () => {
  // 3 +-----+      written as steps of the grid, from the smallest corner, anticlockwise,
  //   | +-+ |      its hole clockwise
  //   | +-+ |
  // 0 +-----+ 3
  it('is the text that docs/certificate.md shows', () => {
    const geometry: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [3, 3],
          [3, 0],
          [0, 0],
          [0, 0],
          [0, 3],
          [3, 3],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 2],
          [1, 1],
        ],
      ],
    };
    expect(canonicalGeometry(geometry, true)).toBe(
      'area 0,0 3000,0 3000,3000 0,3000;1000,1000 1000,2000 2000,2000 2000,1000',
    );
    expect(canonicalGeometry({ type: 'Point', coordinates: [116.3, 39.9] }, false)).toBe(
      'point 1163000000,399000000',
    );
    const line = [
      [2, 1],
      [1, 5],
    ];
    expect(canonicalGeometry({ type: 'LineString', coordinates: line }, true)).toBe(
      'line 1000,5000 2000,1000',
    );
  });

  it('is hashed as docs/certificate.md says, by another SHA-256', async () => {
    const geometry: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    };
    const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    const area = 'area 0,0 1000,0 0,1000';
    const own = sha(
      `zone\nname="甲"\ncode="1"\ncategories="a","b"\nshape=block\nwidth=-\nradius=-\n${area}`,
    );
    const boundary = sha(`boundary\n${area}`);
    const zones = sha(`zones\n${own}`);
    const exceptions = sha('exceptions');
    const hashes = await groundHashes({
      planar: true,
      boundary: geometry,
      zones: [zone(' 甲', geometry, { code: '1', categories: ['b', 'a'] })],
      exceptions: [],
    });
    expect(hashes).toMatchObject({ boundary, zones, exceptions });
    expect(hashes.ground).toBe(
      sha(
        `hengzong-ground/1\ngrid=0.001 metre\nboundary=${boundary}\nzones=${zones}\nexceptions=${exceptions}`,
      ),
    );
    expect(hashes.eachZone[0]?.hash).toBe(own);
  });

  it('does not hang on order, ring start, direction, closing or Polygon for MultiPolygon', async () => {
    const how = fc.array(fc.tuple(fc.nat(30), fc.nat(7), fc.boolean()), {
      minLength: 64,
      maxLength: 64,
    });
    await fc.assert(
      fc.asyncProperty(given, how, async (data, ways) => {
        const other = (geometry: Geometry, i: number): Geometry => {
          const [start, style, multi] = ways[i % ways.length] as [number, number, boolean];
          const coordinates = (geometry as Polygon).coordinates.map((ring) =>
            rewritten(ring, start, style),
          );
          const polygon: Polygon = { type: 'Polygon', coordinates };
          return multi ? asMulti(polygon) : polygon;
        };
        const changed: GroundData = {
          ...data,
          boundary: data.boundary && other(data.boundary, 63),
          zones: data.zones
            .map((one, i) => ({ ...one, geometry: other(one.geometry, i) }))
            .toReversed(),
        };
        const [before, after] = [await groundHashes(data), await groundHashes(changed)];
        expect({ ...after, eachZone: after.eachZone.toReversed() }).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('changes with every vertex moved by one step, every name, and every part of an exception', async () => {
    const pick = fc.record({ zone: fc.nat(), vertex: fc.nat(), dx: fc.constantFrom(-1, 1) });
    await fc.assert(
      fc.asyncProperty(given, pick, async (data, { zone: z, vertex, dx }) => {
        const before = await groundHashes(data);
        const at = z % data.zones.length;
        const change = (edit: (one: HashedZone) => HashedZone): GroundData => ({
          ...data,
          zones: data.zones.map((one, i) => (i === at ? edit(one) : one)),
        });
        const moved = change((one) => {
          const [ring = [], ...holes] = (one.geometry as Polygon).coordinates;
          const v = vertex % (ring.length - 1);
          const ends = (i: number) => i === v || (v === 0 && i === ring.length - 1);
          const next = ring.map(([x = 0, y = 0], i) => [ends(i) ? x + dx / 1000 : x, y]);
          return { ...one, geometry: { type: 'Polygon', coordinates: [next, ...holes] } };
        });
        const others = [
          moved,
          change((one) => ({ ...one, name: `${one.name}甲` })),
          change((one) => ({ ...one, code: '7' })),
          change((one) => ({ ...one, categories: ['litter'] })),
          change((one) => ({ ...one, shape: 'site', radiusM: 3 })),
        ];
        for (const other of others) {
          const after = await groundHashes(other);
          expect(after.ground).not.toBe(before.ground);
          expect(after.zones).not.toBe(before.zones);
          expect(after.boundary).toBe(before.boundary);
          expect(after.exceptions).toBe(before.exceptions);
        }
        const edits: Partial<HashedException>[] = [
          { name: '塘' },
          { reason: '营区' },
          { approver: '某人' },
          { from: '2026-01-02' },
          { expires: '2027-01-01' },
          { geometry: { ...lake.geometry, coordinates: [] } as Geometry },
        ];
        for (const edit of edits) {
          const after = await groundHashes({ ...data, exceptions: [{ ...lake, ...edit }] });
          expect(after.exceptions).not.toBe(before.exceptions);
          expect(after.ground).not.toBe(before.ground);
          expect(after.zones).toBe(before.zones);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the ground: an area has the same size in its canonical form', () => {
    fc.assert(
      fc.property(given, ({ zones }) => {
        for (const { geometry } of zones) {
          const area = geometry as Polygon;
          expect(areaM2(canonicalArea(area, true), true)).toBeCloseTo(areaM2(area, true), 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has one direction even for rings whose area drowns in rounding', () => {
    // A needle 2 steps thin and 360° long: cross products near 2^63.
    const ring = [
      [-180, 0],
      [180, 0],
      [180, 0.0000001],
      [-180, 0.0000001],
      [-180, 0],
    ];
    const write = (coordinates: Position[]) =>
      canonicalGeometry({ type: 'Polygon', coordinates: [coordinates] }, false);
    expect(write(ring.toReversed())).toBe(write(ring));
    expect(write(ring)).toBe('area -1800000000,0 1800000000,0 1800000000,1 -1800000000,1');
  });

  it('starts a ring that touches itself in its smallest corner alike', () => {
    // Two triangles that meet in (0, 0), the smallest corner of both.
    const ring = [
      [0, 0],
      [2, -1],
      [2, 0],
      [0, 0],
      [2, 1],
      [2, 2],
      [0, 0],
    ];
    const other = [...ring.slice(3, -1), ...ring.slice(0, 4)];
    const write = (coordinates: Position[]) =>
      canonicalGeometry({ type: 'Polygon', coordinates: [coordinates] }, true);
    expect(write(other)).toBe(write(ring));
  });
});
