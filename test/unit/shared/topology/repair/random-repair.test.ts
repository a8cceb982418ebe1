import { area as turfArea, feature, featureCollection, intersect } from '@turf/turf';
import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import { repairLayer } from '#shared/jobs/repair-layer.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';
import { quiet } from '#test/unit/shared/checks/given.ts';
import { type RandomCoverage, randomCoverage } from '#test/unit/shared/checks/random-coverage.ts';
import { defectsIn, repaired } from './repaired.ts';

const without = { exceptions: [], on: '2026-06-01' };
const large = { maxAreaM2: 1e9, maxWidthM: 5 };

const positions = (area: Ground) => new Set(polygonsOf(area).flat(2).map(String));

function toSphere(area: Area): Area {
  return snapGeometry({
    type: 'Polygon',
    coordinates: (area.coordinates as Position[][]).map((ring) =>
      ring.map(([x = 0, y = 0]) => [116.3 + x / 85_000, 39.9 + y / 111_000]),
    ),
  }) as Area;
}

function onSphere(coverage: RandomCoverage): RandomCoverage {
  return {
    ...coverage,
    boundary: { ...coverage.boundary, geometry: toSphere(coverage.boundary.geometry) },
    zones: coverage.zones.map((zone): BlockZone => {
      return { ...zone, geometry: toSphere(zone.geometry) as BlockZone['geometry'] };
    }),
  };
}

/** Zones drawn over each other without regard for anything, in whole steps of a small square. */
const mess = fc.record({
  size: fc.constantFrom(20, 1_000, 300_000),
  planar: fc.boolean(),
  zones: fc.array(
    fc.array(
      fc.array(
        fc.tuple(fc.integer({ min: -1, max: 11 }), fc.integer({ min: -1, max: 11 }), fc.nat(30)),
        {
          minLength: 3,
          maxLength: 7,
        },
      ),
      { minLength: 1, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 5 },
  ),
});

describe('the repair of a random coverage', () => {
  it.each([false, true])('leaves nothing to find (on the sphere: %s)', async (sphere) => {
    await fc.assert(
      fc.asyncProperty(randomCoverage, async (flat) => {
        fc.pre(flat.zones.some(({ id }) => !id.endsWith('-')));
        const { boundary, zones } = sphere ? onSphere(flat) : flat;
        const planar = !sphere;
        const repair = await repairLayer({ boundary, zones, planar, ...without, ...large }, quiet);
        // A zone that lies outside altogether has nothing else, and is left for somebody to decide.
        const left = repair.after.findings.filter(({ recordIds }) => {
          return !recordIds.some((id) => id.endsWith('-'));
        });
        expect(left).toEqual([]);
        const grounds = [...repair.grounds].flatMap(([id, ground]) =>
          ground && !id.endsWith('-') ? [[id, ground] as const] : [],
        );
        // The witness: areas add up, and no two zones have ground in common.
        const total = grounds.reduce((sum, [, ground]) => sum + areaM2(ground, planar), 0);
        expect(total / areaM2(boundary.geometry, planar)).toBeCloseTo(1, 9);
        if (sphere) {
          for (const [i, [, a]] of grounds.entries()) {
            for (const [, b] of grounds.slice(i + 1)) {
              const common = intersect(
                featureCollection([feature(a), feature(b)] as ReturnType<
                  typeof feature<Polygon | MultiPolygon>
                >[]),
              );
              expect(common ? turfArea(common) : 0).toBeLessThan(1e-3);
            }
          }
        }
        // Zones that took no part have all their corners still.
        const touched = new Set(
          repair.changes.flatMap((change) =>
            change.kind === 'ground'
              ? change.moves.flatMap(({ from, to }) => [...from, ...to])
              : change.finding.recordIds,
          ),
        );
        for (const zone of zones) {
          if (touched.has(zone.id) || repair.noise.count > 0) continue;
          const now = positions(repair.grounds.get(zone.id) as Ground);
          for (const corner of positions(zone.geometry)) expect(now).toContain(corner);
          const was = areaM2(zone.geometry, planar);
          expect(areaM2(repair.grounds.get(zone.id) as Ground, planar) / was).toBeCloseTo(1, 4);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('makes an exact coverage of any mess within a square', () => {
    fc.assert(
      fc.property(mess, ({ size, planar, zones }) => {
        const [unit, x0, y0] = planar ? [1000, 0, 0] : [1e7, 1_160_000_000, 400_000_000];
        const at = (x: number, y: number): Position => [(x0 + x) / unit, (y0 + y) / unit];
        const given = Object.fromEntries(
          zones.map((rings, i): [string, Ground] => {
            const coordinates = rings.map((ring) => {
              const open = ring.map(([x, y, off]) => {
                return at(Math.round((x * size) / 10) + off, Math.round((y * size) / 10) - off);
              });
              return [...open, open[0] ?? []];
            });
            return [`z${i}`, { type: 'Polygon', coordinates }];
          }),
        );
        const corner = (x: number, y: number) => at(x * size, y * size);
        const boundary: Ground = {
          type: 'Polygon',
          coordinates: [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]],
        };
        const got = repaired({
          boundary,
          zones: given,
          planar,
          all: true,
          mend: Object.keys(given),
        });
        fc.pre(Object.keys(got.zones).length > 0);
        expect(defectsIn(got.after)).toBe(0);
        const total = Object.values(got.zones).reduce((sum, z) => sum + areaM2(z, planar), 0);
        expect(total / areaM2(boundary, planar)).toBeCloseTo(1, 9);
      }),
      { numRuns: 300 },
    );
  });
});
