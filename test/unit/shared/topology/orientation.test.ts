import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cross, orientation } from '#shared/topology/orientation.ts';

const step = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 });

function exact(a: [number, number], b: [number, number], c: [number, number]): bigint {
  const [ax, ay, bx, by, cx, cy] = [...a, ...b, ...c].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

const sign = (value: bigint) => (value > 0n ? 1 : value < 0n ? -1 : 0);

describe('orientation', () => {
  it('has the exact sign for any three grid points', () => {
    const place = fc.tuple(step, step);
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(Math.sign(orientation(...a, ...b, ...c)) + 0).toBe(sign(exact(a, b, c)));
      }),
    );
  });

  // a ------------------- b, and c one step off the line at most
  it('has the exact sign for points next to a long line', () => {
    const near = fc.integer({ min: -1, max: 1 });
    fc.assert(
      fc.property(step, step, fc.integer({ min: 2, max: 20 }), near, near, (x, y, parts, i, j) => {
        const end: [number, number] = [x - (x % parts), y - (y % parts)];
        const c: [number, number] = [end[0] / parts + i, end[1] / parts + j];
        const found = orientation(0, 0, ...end, ...c);
        expect(Math.sign(found) + 0).toBe(sign(exact([0, 0], end, c)));
      }),
    );
  });
});

describe('cross', () => {
  it('keeps its digits where the products do not fit 53 bits', () => {
    expect(cross(2 ** 32 + 1, 2 ** 32, 2 ** 32, 2 ** 32 - 1)).toBe(-1);
  });
});
