import { describe, expect, it } from 'vitest';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { repairLayer } from '#shared/jobs/repair-layer.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { BlockZone } from '#shared/model/zone.ts';
import { block, box, outline, polygon, quiet } from '#test/unit/shared/checks/given.ts';

const none = { exceptions: [], on: '2026-06-01' };
const whole = outline(polygon(box(0, 0, 20, 10)));

function repair(zones: BlockZone[], boundary = whole, maxAreaM2 = 1e6) {
  return repairLayer({ ...none, boundary, zones, planar: true, maxAreaM2, maxWidthM: 1 }, quiet);
}

const sizeOf = (ground: Area | null | undefined) => (ground ? areaM2(ground, true) : 0);

describe('repairLayer', () => {
  //        _,+
  //    _,-' /|     three zones meet on a slanting outline, where there is no grid point
  // +-' A |B|C|
  // +-----+-+-+
  it('ends with what no rounding can better along a slanting outline', async () => {
    const slant = outline(
      polygon([
        [0, 0],
        [100.003, 0],
        [100.003, 37.711],
        [0, 3.337],
        [0, 0],
      ]),
    );
    const got = await repair(
      [
        block('A', polygon(box(-5, 0, 33.331, 50))),
        block('B', polygon(box(33.3, 0, 61.777, 50))),
        block('C', polygon(box(61.8, -1, 110, 50))),
      ],
      slant,
    );
    expect(got.after.ok).toBe(true);
    expect(got.after.findings).toEqual([]);
    const total = [...got.grounds.values()].reduce((sum, ground) => sum + sizeOf(ground), 0);
    // Half a millimetre along 106 m.
    expect(Math.abs(total - areaM2(slant.geometry, true))).toBeLessThan(0.06);
  });

  // +-----+-----+   +--+
  // |  A  |  B  |   | C|
  // +-----+-----+   +--+
  it('leaves a zone that would have no ground left', async () => {
    const got = await repair([
      block('A', polygon(box(0, 0, 10, 10))),
      block('B', polygon(box(10, 0, 21, 10))),
      block('C', polygon(box(30, 0, 33, 3))),
    ]);
    expect(got.sparedIds).toEqual(['C']);
    expect(got.after.findings.map(({ rule, recordIds }) => [rule, recordIds])).toEqual([
      ['outside', ['C']],
    ]);
    expect(sizeOf(got.grounds.get('B'))).toBe(100);
    expect(sizeOf(got.grounds.get('C'))).toBe(9);
  });

  // A lies under B and C, which have more ground of their own elsewhere: it keeps what it has.
  it('lets the smallest keep an overlap', async () => {
    const got = await repair([
      block('A', polygon(box(4, 2, 16, 4))),
      block('B', polygon(box(0, 0, 10, 10))),
      block('C', polygon(box(10, 0, 20, 10))),
    ]);
    expect(got.after.ok).toBe(true);
    expect(['A', 'B', 'C'].map((id) => sizeOf(got.grounds.get(id)))).toEqual([24, 88, 88]);
  });

  // +--+--+
  // |A |/ |     two gaps that share a corner, one above the limit
  // +--+--+
  // | /| B|
  // +--+--+
  it('mends one of two gaps that touch in a corner', async () => {
    const got = await repair(
      [block('A', polygon(box(0, 5, 10, 10))), block('B', polygon(box(10, 0, 20, 5)))],
      outline(
        polygon([
          [0, 0],
          [20, 0],
          [20, 9],
          [10, 9],
          [10, 10],
          [0, 10],
          [0, 0],
        ]),
      ),
      45,
    );
    expect(got.changes).toHaveLength(1);
    expect(got.after.findings.map(({ rule, areaM2: size }) => [rule, size])).toEqual([['gap', 50]]);
  });

  // +-----+-----+
  // |  A  | B+-+|     C and D are the same ground, both over B
  // |     |  |#||
  // +-----+--+-++
  it('takes out the second of two equal zones that lie on a third', async () => {
    const got = await repair([
      block('A', polygon(box(0, 0, 10, 10))),
      block('B', polygon(box(10, 0, 20, 10))),
      block('C', polygon(box(15, 2, 17, 4))),
      block('D', polygon(box(15, 2, 17, 4))),
    ]);
    expect(got.after.ok).toBe(true);
    expect(got.sparedIds).toEqual([]);
    expect(['B', 'C', 'D'].map((id) => sizeOf(got.grounds.get(id)))).toEqual([96, 4, 0]);
    expect(got.changes.flatMap((c) => (c.kind === 'removed' ? c.zoneIds : []))).toEqual(['D']);
  });

  it('does nothing to a layer that is well', async () => {
    const zones = [block('A', polygon(box(0, 0, 10, 10))), block('B', polygon(box(10, 0, 20, 10)))];
    const got = await repair(zones);
    expect(got.changes).toEqual([]);
    for (const { id, geometry } of zones) expect(got.grounds.get(id)).toBe(geometry);
  });

  it('mends nothing above the limits', async () => {
    const zones = [block('A', polygon(box(0, 0, 10, 10), box(2, 2, 4, 4)))];
    const got = await repair(zones, whole, 3.99);
    expect(got.changes).toEqual([]);
    expect(got.after.findings.map(({ areaM2: size }) => size)).toEqual([100, 4]);
    const more = await repair(zones, whole, 4);
    expect(more.after.findings.map(({ areaM2: size }) => size)).toEqual([100]);
  });
});
