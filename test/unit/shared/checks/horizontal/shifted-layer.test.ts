import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonsOf } from '#shared/geo/area-m2.ts';
import type { Area } from '#shared/model/geometry.ts';
import { block, box, check, outline, polygon } from '#test/unit/shared/checks/given.ts';

const folder = join(import.meta.dirname, '../../../../fixtures/beijing');

function read(file: string) {
  const text = readFileSync(join(folder, file), 'utf8');
  return (JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon>).features;
}

function moved(area: Polygon | MultiPolygon, move: (position: Position) => Position): Area {
  const coordinates = polygonsOf(area).map((rings) => rings.map((ring) => ring.map(move)));
  return { type: 'MultiPolygon', coordinates } as Area;
}

/** 海淀 with its 4 gaps and 3 overlaps, all streets moved against the outline. */
function haidian(move: (position: Position) => Position) {
  const zones = read('haidian-streets.geojson').map(({ geometry }, i) =>
    block(`z${i}`, moved(geometry, move)),
  );
  const whole = read('haidian-outline.geojson')[0]!.geometry;
  return check({ planar: false, zones, boundary: outline(moved(whole, (p) => p)) });
}

const rulesOf = (report: Awaited<ReturnType<typeof check>>) =>
  report.findings.map(({ rule }) => rule).sort();

describe('a layer in another coordinate system', () => {
  //   +------+
  // +-|----+ |   one finding for the ground all round, the others stay
  // | +----|-+
  // +------+
  it.each([
    ['1 m', ([x = 0, y = 0]: Position) => [x + 1e-5, y + 0.4e-5], 0.853, 0.445],
    ['500 m', ([x = 0, y = 0]: Position) => [x + 5e-3, y - 2e-3], 426.6, -222.4],
  ])('is one finding at %s', async (_, move, east, north) => {
    const report = await haidian(move);
    expect(rulesOf(report)).toEqual([
      'gap',
      'gap',
      'gap',
      'gap',
      'mismatch',
      'overlap',
      'overlap',
      'overlap',
    ]);
    const finding = report.findings.find(({ rule }) => rule === 'mismatch');
    expect(finding?.message.key).toBe('mismatch.offset');
    expect(finding?.message.params['east']).toBeCloseTo(east, 0);
    expect(finding?.message.params['north']).toBeCloseTo(north, 0);
    expect(finding?.areaM2).toBeGreaterThan(9e4);
    expect(report.ok).toBe(false);
    expect(Math.abs(report.areas?.balance ?? 1)).toBeLessThan(1);
  });

  it('is one finding when the offset differs from place to place, as in GCJ-02', async () => {
    const report = await haidian(([x = 0, y = 0]) => [
      x + 0.0062 + 0.0002 * Math.sin(6 * x * Math.PI),
      y + 0.0013 + 0.0001 * Math.sin(y * Math.PI * 2),
    ]);
    expect(report.findings.filter(({ rule }) => rule === 'mismatch')).toHaveLength(1);
    expect(rulesOf(report)).toHaveLength(8);
  });

  it.each([0.4, 1, 400])('is seen from four corners alone, %d m off', async (off) => {
    const zones = [0, 1, 2].flatMap((i) =>
      [0, 1, 2].map((j) => {
        const [x, y] = [4e6 + 1000 * i + off, 5e5 + 1000 * j];
        return block(`z${i}${j}`, polygon(box(x, y, x + 1000, y + 1000)));
      }),
    );
    const boundary = outline(polygon(box(4e6, 5e5, 4e6 + 3000, 5e5 + 3000)));
    const report = await check({ boundary, zones });
    expect(report.findings.map(({ message }) => message)).toEqual([
      { key: 'mismatch.offset', params: { east: off, north: 0, distance: off } },
    ]);
  });

  // +---+---+
  // |   |   | xx   a zone missing on one side and ground outside on the other are no shift
  // +---+---+
  it('is not made of a missing zone', async () => {
    const zones = [1, 2, 3].map((i) =>
      block(`z${i}`, polygon(box(1000 * i, 0, 1000 * i + 1000, 1000))),
    );
    const boundary = outline(polygon(box(0, 0, 3000, 900)));
    const report = await check({ boundary, zones });
    expect(report.findings.filter(({ rule }) => rule === 'mismatch')).toEqual([]);
    expect(report.findings.find(({ rule }) => rule === 'gap')?.areaM2).toBe(900_000);
  });
});
