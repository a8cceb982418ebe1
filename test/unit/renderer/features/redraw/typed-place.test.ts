import { describe, expect, it } from 'vitest';
import { typedPlace } from '#renderer/features/redraw/typed-place.ts';
import { distanceM } from '#shared/geo/distance-m.ts';
import type { LonLat } from '#shared/model/primitives.ts';

const from: LonLat = [116.3, 39.9];
const anchor = { from, toward: null };

describe('typedPlace', () => {
  it('takes coordinates, whatever there is to measure from', () => {
    expect(typedPlace('116.31, 39.91', { from: null, toward: null })).toEqual([116.31, 39.91]);
    expect(typedPlace('39.91，116.31', anchor)).toEqual([116.31, 39.91]);
  });

  it.each([
    ['100@90', 100, [1, 0]],
    ['100 m < 0', 100, [0, 1]],
    ['0.2km@180°', 200, [0, -1]],
    ['50米∠270', 50, [-1, 0]],
  ] as const)('takes a length and a bearing: %s', (typed, metres, [east, north]) => {
    const at = typedPlace(typed, anchor)!;
    expect(distanceM(from, at)).toBeCloseTo(metres, 0);
    expect(Math.sign(Math.round((at[0] - from[0]) * 1e6))).toBe(east);
    expect(Math.sign(Math.round((at[1] - from[1]) * 1e6))).toBe(north);
  });

  it('takes a length alone in the direction of the pointer', () => {
    const at = typedPlace('30', { from, toward: [116.4, 39.9] })!;
    expect(distanceM(from, at)).toBeCloseTo(30, 1);
    expect(at[1]).toBeCloseTo(39.9, 6);
    expect(typedPlace('30', anchor)).toBeNull();
    expect(typedPlace('30@45', { from: null, toward: null })).toBeNull();
  });

  it('takes nothing else', () => {
    for (const typed of ['', 'north', '12@', '1e9@0', '116.3;', '200, 200']) {
      expect([typed, typedPlace(typed, anchor)]).toEqual([typed, null]);
    }
  });
});
