import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { mendArea } from '#shared/checks/horizontal/mend-area.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import type { Area } from '#shared/model/geometry.ts';
import { block, check, outline } from './given.ts';

/** Few places, so that vertices coincide, edges overlap and rings run back over themselves. */
const place = fc.tuple(fc.nat(9), fc.nat(9)).map(([x, y]): Position => [1000 + x, 2000 + y]);
const ring = fc
  .array(place, { maxLength: 9 })
  .chain((open) => fc.boolean().map((close) => (close && open[0] ? [...open, open[0]] : open)));
const rings = fc.array(ring, { maxLength: 3 });
const anyArea = fc.oneof(
  rings.map((coordinates) => ({ type: 'Polygon', coordinates }) as Area),
  fc
    .array(rings, { maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon', coordinates }) as Area),
);

/** Winding number of a ring round a place that lies on none of its edges. */
function winding(around: readonly Position[], [px = 0, py = 0]: Position): number {
  return around.reduce((sum, [bx = 0, by = 0], i) => {
    const [ax = 0, ay = 0] = around.at(i - 1) ?? [];
    if (ay > py === by > py) return sum;
    const x = ax + ((py - ay) / (by - ay)) * (bx - ax);
    return x > px ? sum + (by > ay ? 1 : -1) : sum;
  }, 0);
}

describe('areas of any rings', () => {
  it('never stop the check, and its balance closes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyArea, { minLength: 1, maxLength: 5 }),
        fc.option(anyArea),
        fc.boolean(),
        async (grounds, edge, planar) => {
          const inUnits = (area: Area) =>
            planar
              ? area
              : (JSON.parse(JSON.stringify(area), (_key, value: unknown) =>
                  typeof value === 'number' ? Math.round((value / 20) * 1e7) / 1e7 - 40 : value,
                ) as Area);
          const report = await check({
            zones: grounds.map((ground, i) => block(`z${i}`, inUnits(ground))),
            boundary: edge && outline(inUnits(edge)),
            planar,
          });
          const keys = report.findings.map(({ message }) => message.key);
          expect(keys).not.toContain('invalid.balance');
          for (const { at, areaM2, widthM } of report.findings) {
            for (const value of [...at, areaM2 ?? 0, widthM ?? 0])
              expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are mended to the ground they go round', () => {
    // Half steps lie on no edge but those that the mending leaves out as spikes.
    const probe = fc.tuple(fc.nat(900), fc.nat(900)).map(([x, y]): Position => {
      return [1000 + x / 100 + 0.0037, 2000 + y / 100 + 0.0071];
    });
    fc.assert(
      fc.property(ring, fc.array(probe, { minLength: 10, maxLength: 10 }), (open, probes) => {
        const { ground } = mendArea({ type: 'Polygon', coordinates: [open] }, true);
        const index = ground && new AreaIndex(ground);
        for (const at of probes) {
          const where = index?.locate(at, 0.002) ?? 'outside';
          if (where === 'border') continue;
          expect(where).toBe(winding(open, at) === 0 ? 'outside' : 'inside');
        }
      }),
      { numRuns: 300 },
    );
  });
});
