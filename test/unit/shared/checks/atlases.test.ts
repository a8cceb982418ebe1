import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { area, difference, feature as turf, featureCollection, intersect, union } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '#shared/checks/finding.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { areaBounds, boundsMeet } from '#shared/geo/bounds.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import { block, check, outline } from './given.ts';

type Topology = Parameters<typeof merge>[0];
type Collection = Parameters<typeof merge>[1];
type Shapes = { features: { id: string; geometry: Polygon | MultiPolygon | null }[] };

const require = createRequire(import.meta.url);

/** A real coverage of thousands of areas, with all its crossings and rings without ground. */
function load(file: string, layer: string) {
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const layerOf = topology.objects[layer] as unknown as { geometries: Collection };
  const { features } = feature(topology, topology.objects[layer]!) as unknown as Shapes;
  const zones = features.flatMap(({ id, geometry }, i) =>
    geometry ? [block(`${id}#${i}`, snapGeometry(geometry) as Area)] : [],
  );
  const whole = snapGeometry(merge(topology, layerOf.geometries)) as Area;
  return { zones, boundary: outline(whole) };
}

const atlases = {
  'counties of the United States': load(require.resolve('us-atlas/counties-10m.json'), 'counties'),
  'municipalities of Spain': load(
    require.resolve('es-atlas/es/municipalities.json'),
    'municipalities',
  ),
};

/** What stands in one report and not in the other. */
function added(after: CheckReport, before: CheckReport) {
  const known = new Set(before.findings.map(({ id }) => id));
  return after.findings.filter(({ id }) => !known.has(id));
}

/** Zones of one simple ring, far from the coast of the set and from each other. */
function plainZones({ zones, boundary }: { zones: BlockZone[]; boundary: { geometry: Area } }) {
  const rim = new Set((boundary.geometry.coordinates.flat(2) as Position[]).map(String));
  return zones.filter(({ geometry }) => {
    const [polygon, ...others] = polygonsOf(geometry);
    const [ring, ...holes] = polygon ?? [];
    return (
      ring &&
      areaM2(geometry, false) > 1000 &&
      others.length + holes.length === 0 &&
      !ring.some((p) => rim.has(String(p)))
    );
  });
}

describe.each(Object.entries(atlases))('the %s', (_, atlas) => {
  const { zones, boundary } = atlas;
  const given = { zones, boundary, planar: false };
  const plain = plainZones(atlas);
  const reported = check(given);

  it('are divided with nothing left over', async () => {
    const report = await reported;
    const { areas } = report;
    expect(areas?.boundary).toBeGreaterThan(5e11);
    expect(Math.abs(areas?.balance ?? Infinity)).toBeLessThan(1);
    expect(areas).toMatchObject({ gap: 0, outside: 0 });
    expect(report.findings.some(({ rule }) => rule === 'invalid')).toBe(true);
  });

  // Arcs that were moved to a coarse grid cross themselves and each other here and there.
  it('overlap where Turf says so, by as much', async () => {
    const byId = new Map(zones.map((zone) => [zone.id, zone.geometry]));
    const sums = new Map<string, number>();
    for (const { rule, recordIds, areaM2: size } of (await reported).findings) {
      if (rule !== 'overlap') continue;
      const key = [...recordIds].sort().join();
      sums.set(key, (sums.get(key) ?? 0) + (size ?? 0));
    }
    expect(sums.size).toBeGreaterThan(1);
    for (const key of sums.keys()) {
      const ids = key.split(',');
      const common = intersect(
        featureCollection(ids.map((id) => turf(byId.get(id) as Polygon | MultiPolygon))),
      );
      const more = [...sums].filter(([other]) => ids.every((id) => other.split(',').includes(id)));
      const found = more.reduce((total, [, size]) => total + size, 0);
      expect([key, found / area(common!)]).toEqual([key, expect.closeTo(1, 2)]);
    }
  });

  it('are the same without boundary, but for their edge', async () => {
    const free = await check({ zones, planar: false });
    expect(free).toMatchObject({ nothing: 'no-boundary', areas: null });
    const overlaps = ({ findings }: CheckReport) =>
      findings.flatMap(({ rule, id }) => (rule === 'overlap' ? [id] : [])).sort();
    expect(overlaps(free)).toEqual(overlaps(await reported));
  });

  // A zone taken out: its neighbours surround exactly its ground.
  it('lack each zone that is taken out, with its area', async () => {
    const before = await reported;
    const taken = [0.1, 0.4, 0.8].map((share) => plain[Math.floor(share * plain.length)]!);
    const after = await check({ ...given, zones: zones.filter((zone) => !taken.includes(zone)) });
    const gaps = added(after, before).filter(({ rule }) => rule === 'gap');
    expect(gaps).toHaveLength(3);
    expect(added(after, before)).toHaveLength(3);
    for (const zone of taken) {
      const size = areaM2(zone.geometry, false);
      expect(gaps.filter((gap) => Math.abs((gap.areaM2 ?? 0) - size) < 1)).toHaveLength(1);
    }
  });

  it('have each zone once that is entered twice', async () => {
    const before = await reported;
    const twice = plain[Math.floor(plain.length / 3)]!;
    const ring = polygonsOf(twice.geometry)[0]![0]!;
    const other = {
      type: 'Polygon',
      coordinates: [[...ring.slice(2), ...ring.slice(1, 3)].toReversed()],
    };
    const again = block('again', other as Area);
    const found = added(await check({ ...given, zones: [...zones, again] }), before);
    expect(found.map(({ rule, recordIds }) => [rule, recordIds])).toEqual([
      ['duplicate', [twice.id, 'again']],
    ]);
    expect(found[0]?.areaM2).toBeCloseTo(areaM2(twice.geometry, false), 0);
  });

  //   *           a vertex of one zone drawn inward: the triangle is nobody's
  //  / \
  // o---o
  it('lack the triangle where one zone lost a vertex', async () => {
    const before = await reported;
    let seen = 0;
    for (const zone of plain.filter((_zone, i) => i % Math.ceil(plain.length / 6) === 3)) {
      const ring = polygonsOf(zone.geometry)[0]![0]!;
      const rest = ring.filter((_p, i) => i !== 1);
      const corner = [...ring.slice(0, 3), ring[0]!];
      const triangle = areaM2({ type: 'Polygon', coordinates: [corner] }, false);
      if (triangle < 1000) continue;
      const changed = { ...zone, geometry: { type: 'Polygon', coordinates: [rest] } as Area };
      const after = await check({ ...given, zones: zones.map((z) => (z === zone ? changed : z)) });
      const found = added(after, before).filter(({ rule }) => rule === 'gap' || rule === 'overlap');
      expect(found.length).toBeGreaterThan(0);
      const sum = found.reduce((total, f) => total + (f.areaM2 ?? 0), 0);
      // Where a third zone's border runs through the triangle there are several pieces.
      expect(sum / triangle).toBeGreaterThan(0.99);
      seen++;
    }
    expect(seen).toBeGreaterThan(1);
  });

  it('agree with Turf round a zone that is missing', async () => {
    for (const share of [0.05, 0.35, 0.65, 0.95]) {
      const middle = plain[Math.floor(share * plain.length)]!;
      const box = areaBounds(middle.geometry);
      const around = zones.filter(
        (zone) => zone !== middle && boundsMeet(box, areaBounds(zone.geometry)),
      );
      const grounds = around.map(({ geometry }) => turf(geometry as Polygon | MultiPolygon));
      const whole = union(
        featureCollection([...grounds, turf(middle.geometry as Polygon | MultiPolygon)]),
      )!;
      const left = difference(featureCollection([whole, ...grounds]));
      const report = await check({
        boundary: outline(snapGeometry(whole.geometry) as Area),
        zones: around,
        planar: false,
      });
      expect(Math.abs(report.areas?.balance ?? 1)).toBeLessThan(1);
      expect((report.areas?.gap ?? 0) / area(left!)).toBeCloseTo(1, 2);
      expect(report.areas?.outside ?? 1).toBeLessThan(1);
    }
  });
});
