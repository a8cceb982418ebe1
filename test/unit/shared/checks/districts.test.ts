import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { area, difference, feature, featureCollection, flatten, intersect } from '@turf/turf';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { CheckReport } from '#shared/checks/finding.ts';
import type { Area } from '#shared/model/geometry.ts';
import { block, check, outline } from './given.ts';

type Areas = FeatureCollection<Polygon | MultiPolygon, { Name: string }>;

function read(file: string): Areas {
  const path = resolve(import.meta.dirname, '../../../fixtures/beijing', `${file}.geojson`);
  return JSON.parse(readFileSync(path, 'utf8')) as Areas;
}

function load(district: string) {
  const [edge] = read(`${district}-outline`).features;
  if (!edge) throw new Error('no outline');
  return {
    boundary: outline(edge.geometry as Area),
    zones: read(`${district}-streets`).features.map(({ properties, geometry }) =>
      block(properties.Name, geometry as Area),
    ),
  };
}

const reports = new Map<string, Promise<CheckReport>>();

/** The report of a district; checking one takes seconds, so each is checked once. */
function reportOf(district: string): Promise<CheckReport> {
  const report = reports.get(district) ?? check({ ...load(district), planar: false });
  reports.set(district, report);
  return report;
}

function sizes(report: CheckReport, rule: string): number[] {
  return report.findings
    .filter((finding) => finding.rule === rule && (finding.areaM2 ?? 0) > 0.5)
    .map((finding) => finding.areaM2 ?? 0)
    .sort((a, b) => a - b);
}

describe('the real districts', () => {
  it.each([
    ['xicheng', 0, 0, [26.54]],
    ['dongcheng', 0, 0, [12.33]],
    ['changping', 0, 0, []],
    ['haidian', 4, 3, []],
    ['fengtai', 4, 2, [12.35]],
  ])('%s has %d gaps and %d overlaps', async (district, gaps, overlaps, outside) => {
    const report = await reportOf(district);
    expect(sizes(report, 'gap')).toHaveLength(gaps);
    expect(sizes(report, 'overlap')).toHaveLength(overlaps);
    expect(sizes(report, 'outside').map((size) => Math.round(size * 100) / 100)).toEqual(outside);
    expect(sizes(report, 'mismatch')).toEqual([]);
    expect(Math.abs(report.areas?.balance ?? 1)).toBeLessThan(1e-3);
    expect(report.ok).toBe(district === 'changping');
  });

  it('names the bad rings of the outline of fengtai', async () => {
    const report = await reportOf('fengtai');
    const invalid = report.findings.filter(({ rule }) => rule === 'invalid');
    expect(invalid.map(({ message }) => message.key).toSorted()).toEqual([
      'invalid.spike',
      'invalid.too-short',
      'invalid.too-short',
    ]);
    expect(invalid.flatMap(({ recordIds }) => recordIds)).toEqual(Array(3).fill('outline'));
  });

  // The witness clips everything against everything, without matching borders first.
  it.each(['haidian', 'xicheng'])('%s agrees with plain Turf', async (district) => {
    const { boundary, zones } = load(district);
    const grounds = zones.map(({ geometry }) => feature(geometry as Polygon | MultiPolygon));
    const left = difference(featureCollection([feature(boundary.geometry), ...grounds]));
    const gaps = left ? flatten(left).features.map((f) => area(f)) : [];
    const overlaps = grounds.flatMap((a, i) =>
      grounds.slice(i + 1).flatMap((b) => {
        const common = intersect(featureCollection([a, b]));
        return common ? flatten(common).features.map((f) => area(f)) : [];
      }),
    );
    const report = await reportOf(district);
    for (const [rule, list] of [
      ['gap', gaps],
      ['overlap', overlaps],
    ] as const) {
      const expected = list.filter((size) => size > 0.5).sort((a, b) => a - b);
      const found = sizes(report, rule);
      expect(found).toHaveLength(expected.length);
      // Turf's areas on the sphere depend a little on where an edge has vertices.
      found.forEach((size, i) => expect(size / (expected[i] ?? 0)).toBeCloseTo(1, 2));
    }
  });
});
