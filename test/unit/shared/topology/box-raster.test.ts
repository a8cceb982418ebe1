import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '#shared/topology/box-collider.ts';
import { BoxRaster } from '#shared/topology/box-raster.ts';

const side = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });
const size = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2 ** 29 }));
const box = fc
  .tuple(side, side, size, size)
  .map(([x, y, width, height]): Box => [x, y, x + width, y + height]);

describe('a raster of boxes', () => {
  //  [ ] .  .
  //   .  . [ ]   says no only where there is none
  it('never denies a box that is met', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 20 }), box, (boxes, asked) => {
        const raster = new BoxRaster(boxes);
        const meets = boxes.some(
          (b) => b[0] <= asked[2] && asked[0] <= b[2] && b[1] <= asked[3] && asked[1] <= b[3],
        );
        if (meets) expect(raster.mayMeet(...asked)).toBe(true);
        for (const own of boxes) expect(raster.mayMeet(...own)).toBe(true);
      }),
    );
  });

  it('tells most of what meets none', () => {
    const raster = new BoxRaster([
      [0, 0, 10, 10],
      [9990, 9990, 10_000, 10_000],
    ]);
    expect(raster.mayMeet(5000, 0, 5010, 10)).toBe(false);
    expect(raster.mayMeet(-50, -50, -1, -1)).toBe(false);
  });
});
