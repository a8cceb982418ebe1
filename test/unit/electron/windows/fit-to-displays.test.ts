import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitToDisplays } from '#electron/windows/fit-to-displays.ts';

/*
 *        0        1366           3286
 *   -200                +--------------+
 *      0 +--------------+   wide       |   both without a 40 px task bar
 *        |   laptop     |              |
 *    728 +--------------+              |
 *    840                +--------------+
 */
const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const wide = { x: 1366, y: -200, width: 1920, height: 1040 };

describe('fitToDisplays', () => {
  it('leaves a window where it was', () => {
    const bounds = { x: 1500, y: -100, width: 1200, height: 800 };
    expect(fitToDisplays(bounds, [laptop, wide])).toEqual(bounds);
  });

  it('moves a window wholly onto the display that holds most of it', () => {
    const bounds = { x: 1166, y: 0, width: 1000, height: 600 };
    expect(fitToDisplays(bounds, [laptop, wide])).toEqual({ ...bounds, x: 1366 });
  });

  it('makes a window no larger than its display', () => {
    const bounds = { x: 100, y: 100, width: 3000, height: 2000 };
    expect(fitToDisplays(bounds, [laptop])).toEqual(laptop);
  });

  it('gives up on a window whose display is gone', () => {
    const bounds = { x: 2000, y: 0, width: 1200, height: 800 };
    expect(fitToDisplays(bounds, [laptop])).toBeNull();
    expect(fitToDisplays(bounds, [])).toBeNull();
  });

  it('never answers bounds outside a display', () => {
    const pixel = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 200, max: 6000 });
    const bounds = fc.record({ x: pixel, y: pixel, width: size, height: size });
    fc.assert(
      fc.property(bounds, (wanted) => {
        const fitted = fitToDisplays(wanted, [laptop, wide]);
        if (!fitted) return;
        const inside = [laptop, wide].some(
          (area) =>
            fitted.x >= area.x &&
            fitted.y >= area.y &&
            fitted.x + fitted.width <= area.x + area.width &&
            fitted.y + fitted.height <= area.y + area.height,
        );
        expect(inside).toBe(true);
        expect(fitToDisplays(fitted, [laptop, wide])).toEqual(fitted);
      }),
    );
  });
});
