import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { surelyApart, surelyWithin } from '#shared/geo/border-relation.ts';

const box = (x0: number, y0: number, x1: number, y1: number): Position[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
  [x0, y0],
];
const index = (...coordinates: Position[][]) => new AreaIndex({ type: 'Polygon', coordinates });
const apart = (a: AreaIndex, b: AreaIndex) => [surelyApart(a, b, 1e-6), surelyApart(b, a, 1e-6)];

describe('surelyApart', () => {
  const left = index(box(0, 0, 2, 2));

  it('is sure of neighbours and of areas that touch in a corner', () => {
    expect(apart(left, index(box(2, 0, 4, 2)))).toEqual([true, true]);
    expect(apart(left, index(box(2, 2, 4, 4)))).toEqual([true, true]);
    expect(apart(left, index(box(5, 5, 6, 6)))).toEqual([true, true]);
  });

  it('is sure of an area that fills the hole of another', () => {
    const ring = index(box(-1, -1, 3, 3), box(0, 0, 2, 2).toReversed());
    expect(apart(left, ring)).toEqual([true, true]);
  });

  it('is not sure of equal, nested, crossing and unequally divided ones', () => {
    expect(apart(left, index(box(0, 0, 2, 2)))).toEqual([false, false]);
    expect(apart(left, index(box(0.5, 0.5, 1, 1)))).toEqual([false, false]);
    expect(apart(left, index(box(1, 1, 4, 4)))).toEqual([false, false]);
    expect(apart(left, index(box(2, 0, 4, 1)))).toEqual([false, false]);
  });

  //    +-----+       both have the corners of the left box's right side,
  // +--|--+  |       and one reaches into the other between them
  // +--|--+  |
  //    +-----+
  it('is not sure when borders part at common corners', () => {
    const dented = index([
      [2, 0],
      [4, 0],
      [4, 2],
      [2, 2],
      [1, 1],
      [2, 0],
    ]);
    expect(apart(left, dented)).toEqual([false, false]);
  });
});

describe('surelyWithin', () => {
  const whole = index(box(0, 0, 4, 4));

  it('is sure of parts that share the edge or lie in the middle', () => {
    const corner = index([
      [0, 0],
      [4, 0],
      [2, 2],
      [0, 0],
    ]);
    expect(surelyWithin(corner, whole, 1e-6)).toBe(true);
    expect(surelyWithin(index(box(1, 1, 2, 2)), whole, 1e-6)).toBe(true);
    expect(surelyWithin(whole, whole, 1e-6)).toBe(true);
  });

  it('is not sure of what sticks out or fills a hole', () => {
    expect(surelyWithin(index(box(3, 3, 5, 5)), whole, 1e-6)).toBe(false);
    expect(surelyWithin(index(box(4, 0, 5, 4)), whole, 1e-6)).toBe(false);
    const holed = index(box(0, 0, 4, 4), box(1, 1, 2, 2).toReversed());
    expect(surelyWithin(index(box(1, 1, 2, 2)), holed, 1e-6)).toBe(false);
    expect(surelyWithin(whole, holed, 1e-6)).toBe(false);
  });
});
