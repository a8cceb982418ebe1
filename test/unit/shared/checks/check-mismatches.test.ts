import { describe, expect, it } from 'vitest';
import { block, box, check, inShort, outline, polygon } from './given.ts';

const whole = outline(polygon(box(0, 0, 20, 10)));
const left = block('A', polygon(box(0, 0, 10, 10)));
const right = block('B', polygon(box(10, 0, 20, 10)));

describe('checkCoverage on borders that nearly agree', () => {
  // +-----++----+
  // |  A  ||  B |    the two lines are 0.3 m apart
  // +-----++----+
  it('reports borders that run side by side as one mismatch', async () => {
    const shifted = block('B', polygon(box(10.3, 0, 20, 10)));
    const report = await check({ boundary: whole, zones: [left, shifted] });
    expect(inShort(report.findings)).toEqual([['mismatch', 'A+B', 3]]);
    expect(report.findings[0]?.widthM).toBeCloseTo(0.3, 3);
    expect(report.findings[0]?.lengthM).toBeCloseTo(10.3, 3);
    expect(report.ok).toBe(false);
    const strict = await check({ boundary: whole, zones: [left, shifted], toleranceM: 0.1 });
    expect(inShort(strict.findings)).toEqual([['gap', 'A+B', 3]]);
  });

  // |A /\  B|
  // | /  \ /|     B's line weaves across A's: gap, overlap, gap, overlap
  // |/    X |
  it('makes one mismatch of a crowd of slivers', async () => {
    const weaving = Array.from({ length: 9 }, (_, i) => [10 + (i % 2 ? 0.2 : -0.2), 10 - i * 1.25]);
    const ring = [[20, 0], [20, 10], ...weaving, [20, 0]];
    const report = await check({ boundary: whole, zones: [left, block('B', polygon(ring))] });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['mismatch']);
    expect(report.findings[0]?.areaM2).toBeCloseTo(1, 6);
    expect(report.areas?.balance).toBeCloseTo(0, 9);
  });

  // +-----+-----+
  // |  A  >  B  |    only A has the vertex (9, 5): a wedge of 5 m² and 1 m
  // +-----+-----+
  it('calls a wedge between common vertices a gap', async () => {
    const dented = polygon([
      [0, 0],
      [10, 0],
      [9.1, 5],
      [10, 10],
      [0, 10],
      [0, 0],
    ]);
    const report = await check({ boundary: whole, zones: [block('A', dented), right] });
    expect(inShort(report.findings)).toEqual([['gap', 'A+B', 4.5]]);
  });

  // +---------+-----+---+
  // |  whole  |  A <| B |   B has a corner in A, both far beyond the outline: ground outside and a
  // +---------+-----+---+   wedge that is an overlap, not two slivers of a border that nearly agrees
  it('does not take ground of two zones beyond the outline for two slivers', async () => {
    const cornered = polygon([
      [26, 0],
      [30, 0],
      [30, 10],
      [26, 10],
      [25.5, 5],
      [26, 0],
    ]);
    const a = block('A', polygon(box(0, 0, 26, 10)));
    const report = await check({ boundary: whole, zones: [a, block('B', cornered)] });
    const over = report.findings.filter(({ recordIds }) => recordIds.length === 2);
    expect(inShort(over)).toHaveLength(2);
    expect(inShort(over)).toContainEqual(['outside', 'A+B', 2.5]);
    expect(inShort(over)).toContainEqual(['overlap', 'A+B', 2.5]);
  });

  // +-------+--+
  // | whole |  |   A reaches 0.3 m over the outline, and B is just that
  // +-------+--+
  it('counts a sliver once that is both an overlap and outside', async () => {
    const a = block('A', polygon(box(0, 0, 20.3, 10)));
    const b = block('B', polygon(box(20, 0, 20.3, 10)));
    const report = await check({ boundary: whole, zones: [a, b] });
    expect(inShort(report.findings)).toEqual([['mismatch', 'A+B', 3]]);
    expect(report.findings[0]?.lengthM).toBeCloseTo(10.3, 3);
  });

  it('does not mind a vertex that only one side has when it is on the line', async () => {
    const split = polygon([
      [0, 0],
      [10, 0],
      [10, 5],
      [10, 10],
      [0, 10],
      [0, 0],
    ]);
    const report = await check({ boundary: whole, zones: [block('A', split), right] });
    expect(report.ok).toBe(true);
  });

  it('does not take the noise of the grid for a defect', async () => {
    // The vertex at a third of the slanted border cannot lie on it exactly: it is rounded to 1e-7°.
    const [p, q, third] = [
      [116.3, 39.9],
      [116.3070001, 39.9100003],
      [116.3023334, 39.9033334],
    ];
    const [w, e] = [116.29, 116.32];
    const boundary = polygon([
      [w, 39.9],
      [p[0]!, 39.9],
      [e, 39.9],
      [e, 39.9100003],
      q,
      [w, 39.9100003],
      [w, 39.9],
    ]);
    const zones = [
      block('A', polygon([[w, 39.9], p, third, q, [w, 39.9100003], [w, 39.9]])),
      block('B', polygon([p, [e, 39.9], [e, 39.9100003], q, p])),
    ];
    const report = await check({ boundary: outline(boundary), zones, planar: false });
    expect(report.findings).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.areas?.gap).toBe(0);
  });
});
