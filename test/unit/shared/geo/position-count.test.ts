import { describe, expect, it } from 'vitest';
import { positionCount } from '#shared/geo/position-count.ts';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

describe('positionCount', () => {
  it('counts the positions of every kind of geometry', () => {
    expect(positionCount({ type: 'Point', coordinates: [1, 2] })).toBe(1);
    expect(positionCount({ type: 'LineString', coordinates: ring })).toBe(4);
    expect(positionCount({ type: 'Polygon', coordinates: [ring, ring] })).toBe(8);
    expect(positionCount({ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] })).toBe(12);
    const point = { type: 'Point' as const, coordinates: [1, 2] };
    expect(positionCount({ type: 'GeometryCollection', geometries: [point, point] })).toBe(2);
  });

  it('finds none in what is empty', () => {
    expect(positionCount({ type: 'MultiPolygon', coordinates: [] })).toBe(0);
    expect(positionCount({ type: 'Polygon', coordinates: [] })).toBe(0);
  });
});
