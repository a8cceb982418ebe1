import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesPixel } from '#shared/topology/repair/hot-pixel.ts';

const near = fc.integer({ min: -12, max: 12 });

/** The grid point in whose pixel (lower and left sides included) the fraction n/d of a step lies. */
const pixelOf = (n: bigint, d: bigint): number => {
  // floor(n/d + 1/2)
  const top = 2n * n + d;
  const bottom = 2n * d;
  const whole = top / bottom;
  return Number(top % bottom < 0n ? whole - 1n : whole);
};

describe('passesPixel', () => {
  it('is true for the pixel of every place on a segment, either way round', () => {
    fc.assert(
      fc.property(near, near, near, near, fc.nat(40), (ax, ay, bx, by, k) => {
        const d = 40n;
        const t = BigInt(k);
        const along = (a: number, b: number) => pixelOf(BigInt(a) * d + t * BigInt(b - a), d);
        const px = along(ax, bx);
        const py = along(ay, by);
        expect(passesPixel(ax, ay, bx, by, px, py)).toBe(true);
        expect(passesPixel(bx, by, ax, ay, px, py)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is false for pixels farther off than half a step', () => {
    fc.assert(
      fc.property(near, near, near, near, near, near, (ax, ay, bx, by, px, py) => {
        const dx = bx - ax;
        const dy = by - ay;
        const off = Math.abs(dx * (py - ay) - dy * (px - ax));
        const reach = (Math.abs(dx) + Math.abs(dy)) / 2;
        const outside =
          px > Math.max(ax, bx) ||
          px < Math.min(ax, bx) ||
          py > Math.max(ay, by) ||
          py < Math.min(ay, by);
        if (off > reach || outside) expect(passesPixel(ax, ay, bx, by, px, py)).toBe(false);
        else if (off < reach) expect(passesPixel(ax, ay, bx, by, px, py)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
