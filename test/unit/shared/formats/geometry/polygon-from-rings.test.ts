import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonByNesting, polygonFromRings } from '#shared/formats/geometry/polygon-from-rings.ts';

/** A ring around a place, of so many corners, anticlockwise. */
function around([x = 0, y = 0]: Position, radius: number, corners: number): Position[] {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return [...ring, ring[0] as Position];
}
const outer = (place: Position, radius: number, corners = 12) =>
  around(place, radius, corners).toReversed();

describe('polygonFromRings', () => {
  it('gives each hole to the ring around it, among thousands', () => {
    const places = Array.from(
      { length: 60 * 60 },
      (_, i): Position => [10 * (i % 60), 10 * Math.floor(i / 60)],
    );
    const rings = [
      ...places.map((place) => outer(place, 4)),
      ...places.toReversed().map((place) => around(place, 2, 12)),
    ];
    const shape = polygonFromRings(rings);
    const polygons = shape?.type === 'MultiPolygon' ? shape.coordinates : [];
    expect(polygons).toHaveLength(places.length);
    for (const [edge, hole, ...more] of polygons) {
      expect(more).toEqual([]);
      // Both are widest at their centre's height.
      expect((edge?.[0]?.[0] ?? 0) - 4).toBeCloseTo((hole?.[0]?.[0] ?? 0) - 2, 9);
    }
  });

  it('comes to an end with rings upon rings', () => {
    const ring = around([0, 0], 1, 300);
    const same = Array.from({ length: 200 }, () => ring);
    const shape = polygonFromRings([...same.map((one) => one.toReversed()), ...same]);
    expect(shape?.type).toBe('MultiPolygon');
    expect(polygonByNesting([...same, ...same])?.type).toBe('MultiPolygon');
  });
});

describe('polygonByNesting', () => {
  it('takes what lies between rings for filled, whichever way they run', () => {
    const rings = [9, 7, 5].map((radius, i) =>
      i === 1 ? outer([0, 0], radius) : around([0, 0], radius, 12),
    );
    const shape = polygonByNesting([...rings, around([30, 0], 2, 5)]);
    expect(
      shape?.type === 'MultiPolygon' &&
        shape.coordinates.map((polygon) => polygon.length).sort((a, b) => a - b),
    ).toEqual([1, 1, 2]);
  });
});
