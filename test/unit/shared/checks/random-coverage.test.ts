import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '#shared/checks/finding.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { toPolygons } from '#shared/geo/clip.ts';
import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Area } from '#shared/model/geometry.ts';
import { check } from './given.ts';
import { type RandomCoverage, randomCoverage } from './random-coverage.ts';

const runs = 60;

function total(report: CheckReport, kinds: readonly string[]) {
  return report.findings.reduce(
    (sum, f) => sum + (kinds.includes(f.rule) ? (f.areaM2 ?? 0) : 0),
    0,
  );
}

function plantedTotal(coverage: RandomCoverage, rules: readonly string[]) {
  return coverage.planted.reduce((sum, p) => sum + (rules.includes(p.rule) ? p.area : 0), 0);
}

function turned(area: Area, start: number, reverse: boolean): Area {
  const turn = (ring: Position[]) => {
    const open = ring.slice(1);
    const at = start % open.length;
    const list = [...open.slice(at), ...open.slice(0, at)];
    const closed = [...list, list[0] ?? []];
    return reverse ? closed.toReversed() : closed;
  };
  return { type: 'Polygon', coordinates: (area.coordinates as Position[][]).map(turn) } as Area;
}

const short = (report: CheckReport) =>
  report.findings
    .map(({ rule, recordIds, areaM2 }) => {
      return `${rule} ${[...recordIds].sort().join()} ${(areaM2 ?? 0).toFixed(4)}`;
    })
    .sort();

describe('a random coverage', () => {
  it('has exactly the planted defects, with their areas, and its balance closes', async () => {
    await fc.assert(
      fc.asyncProperty(randomCoverage, async (coverage) => {
        fc.pre(coverage.zones.length > 0);
        const report = await check(coverage);
        const { areas } = report;
        expect(Math.abs(areas?.balance ?? 1)).toBeLessThan(1e-6);
        expect(areas?.gap).toBeCloseTo(plantedTotal(coverage, ['gap', 'missing']), 4);
        expect(areas?.overlap).toBeCloseTo(plantedTotal(coverage, ['overlap']), 4);
        expect(areas?.outside).toBeCloseTo(plantedTotal(coverage, ['outside']), 4);
        // Nothing is invented: what the findings hold is what was planted.
        const found = total(report, ['gap', 'overlap', 'outside', 'mismatch']);
        const all = ['gap', 'missing', 'overlap', 'outside'];
        // Wedges as narrow as the noise of the grid are no findings.
        expect(plantedTotal(coverage, all) - found).toBeLessThan(0.1);
        expect(found - plantedTotal(coverage, all)).toBeLessThan(1e-4);
        // Squares are found one to one.
        for (const { rule, zones, area } of coverage.planted) {
          const squares = report.findings.filter((f) => {
            const key = f.recordIds.length > 1 ? [...f.recordIds].sort().join('+') : f.recordIds[0];
            return f.rule === rule && key === zones && Math.abs((f.areaM2 ?? 0) - area) < 1e-4;
          });
          if (zones.endsWith('+') || zones.endsWith('-')) expect(squares).toHaveLength(1);
        }
        expect(report.ok).toBe(report.findings.length === 0);
      }),
      { numRuns: runs },
    );
  });

  it('has each finding placed inside its defect', async () => {
    await fc.assert(
      fc.asyncProperty(randomCoverage, async (coverage) => {
        fc.pre(coverage.zones.length > 0);
        for (const { at, geometry } of (await check(coverage)).findings) {
          if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') continue;
          const places = toPolygons(geometry).map((p) => new AreaIndex(p).locate(at, 1e-9));
          expect(places).toContain('inside');
        }
      }),
      { numRuns: runs / 2 },
    );
  });

  it('has the same findings in any order, ring start and direction, and elsewhere', async () => {
    const change = fc.record({
      start: fc.nat(20),
      reverse: fc.boolean(),
      shift: fc.integer({ min: -1000, max: 1000 }).map((x) => x * 8),
    });
    await fc.assert(
      fc.asyncProperty(randomCoverage, change, async (coverage, { start, reverse, shift }) => {
        fc.pre(coverage.zones.length > 0);
        const move = (area: Area) =>
          ({
            type: 'Polygon',
            coordinates: (area.coordinates as Position[][]).map((ring) =>
              ring.map(([x = 0, y = 0]) => [x + shift, y - shift]),
            ),
          }) as Area;
        const changed = coverage.zones.toReversed().map((zone) => ({
          ...zone,
          geometry: move(turned(zone.geometry as Area, start, reverse)),
        }));
        const boundary = { ...coverage.boundary, geometry: move(coverage.boundary.geometry) };
        const before = await check(coverage);
        const after = await check({ boundary, zones: changed as RandomCoverage['zones'] });
        expect(short(after)).toEqual(short(before));
      }),
      { numRuns: runs / 2 },
    );
  });

  it('has the same squares on the sphere, on the grid of 1e-7°', async () => {
    const toSphere = (area: Area) =>
      snapGeometry({
        type: 'Polygon',
        coordinates: (area.coordinates as Position[][]).map((ring) =>
          ring.map(([x = 0, y = 0]) => [116.3 + x / 85_000, 39.9 + y / 111_000]),
        ),
      }) as Area;
    await fc.assert(
      fc.asyncProperty(randomCoverage, async (coverage) => {
        fc.pre(coverage.zones.length > 0);
        const zones = coverage.zones.map((zone) => ({
          ...zone,
          geometry: toSphere(zone.geometry as Area),
        }));
        const boundary = { ...coverage.boundary, geometry: toSphere(coverage.boundary.geometry) };
        const round = await check({
          boundary,
          zones: zones as RandomCoverage['zones'],
          planar: false,
        });
        const flat = await check(coverage);
        expect(Math.abs(round.areas?.balance ?? 1)).toBeLessThan(1e-3);
        const scale = (round.areas?.boundary ?? 0) / (flat.areas?.boundary ?? 1);
        for (const { zones: ids, area } of coverage.planted) {
          if (!ids.endsWith('+') && !ids.endsWith('-')) continue;
          const found = round.findings.filter(({ recordIds, areaM2 }) => {
            const key = [...recordIds].sort().join('+');
            return key === ids && Math.abs((areaM2 ?? 0) / scale / area - 1) < 0.02;
          });
          expect(found).toHaveLength(1);
        }
        const [gap, flatGap] = [round.areas?.gap ?? 0, flat.areas?.gap ?? 0];
        expect(Math.abs(gap / scale - flatGap)).toBeLessThan(1 + flatGap / 100);
      }),
      { numRuns: runs / 2 },
    );
  });
});
