import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { compactnessOf } from '#shared/analysis/compactness.ts';

const metre = 1 / 111_195;

/** A polygon from metres around 116° east on the equator, where a degree is as long both ways. */
const ground = (...rings: Position[][]) => ({
  type: 'Polygon' as const,
  coordinates: rings.map((ring) =>
    [...ring, ring[0]!].map(([x = 0, y = 0]) => [116 + x * metre, y * metre]),
  ),
});

const box = (x: number, y: number, w: number, h: number): Position[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];

describe('compactness', () => {
  it('is known of a square, a strip and a circle', () => {
    const square = compactnessOf(ground(box(0, 0, 100, 100)));
    expect(square.polsbyPopper).toBeCloseTo(Math.PI / 4, 4);
    expect(square.reock).toBeCloseTo(2 / Math.PI, 4);
    const strip = compactnessOf(ground(box(0, 0, 1000, 10)));
    expect(strip.polsbyPopper).toBeCloseTo((4 * Math.PI * 10_000) / 2020 ** 2, 4);
    expect(strip.reock).toBeCloseTo(10_000 / (Math.PI * (500 ** 2 + 5 ** 2)), 4);
    const round = Array.from({ length: 360 }, (_, i): Position => {
      const angle = (i * Math.PI) / 180;
      return [100 * Math.cos(angle), 100 * Math.sin(angle)];
    });
    const circle = compactnessOf(ground(round));
    expect(circle.polsbyPopper).toBeGreaterThan(0.999);
    expect(circle.reock).toBeGreaterThan(0.999);
  });

  it('falls with holes, and with parts that lie apart', () => {
    const whole = compactnessOf(ground(box(0, 0, 100, 100)));
    const holed = compactnessOf(ground(box(0, 0, 100, 100), box(40, 40, 20, 20)));
    expect(holed.polsbyPopper).toBeLessThan(whole.polsbyPopper);
    const far = ground(box(500, 0, 100, 100));
    const coordinates = [ground(box(0, 0, 100, 100)).coordinates, far.coordinates];
    expect(compactnessOf({ type: 'MultiPolygon', coordinates }).reock).toBeLessThan(0.1);
    expect(compactnessOf(ground())).toEqual({ polsbyPopper: 0, reock: 0 });
  });
});
