import { describe, expect, it } from 'vitest';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';

const square = [
  [116, 40],
  [116.1, 40],
  [116.1, 40.1],
  [116, 40.1],
  [116, 40],
];

describe('drawableGeometry', () => {
  it('leaves sound shapes as they are', () => {
    const polygon = { type: 'Polygon' as const, coordinates: [square] };
    expect(drawableGeometry(polygon)).toEqual(polygon);
  });

  it('closes open rings and drops repeated positions', () => {
    const open = square.slice(0, 4);
    open.splice(1, 0, [116, 40]);
    expect(drawableGeometry({ type: 'Polygon', coordinates: [open] })).toEqual({
      type: 'Polygon',
      coordinates: [square],
    });
  });

  it('leaves out what is no place or no ring, and keeps the rest', () => {
    const bad = [
      [Number.NaN, 40],
      [116, 40],
      [200, 1],
    ];
    expect(drawableGeometry({ type: 'Polygon', coordinates: [bad] })).toBeNull();
    expect(drawableGeometry({ type: 'Polygon', coordinates: [] })).toBeNull();
    expect(drawableGeometry({ type: 'Polygon', coordinates: [square, bad] })).toEqual({
      type: 'Polygon',
      coordinates: [square],
    });
    expect(drawableGeometry({ type: 'MultiPolygon', coordinates: [[bad], [square]] })).toEqual({
      type: 'MultiPolygon',
      coordinates: [[square]],
    });
    expect(drawableGeometry({ type: 'Point', coordinates: [] })).toBeNull();
    expect(drawableGeometry({ type: 'LineString', coordinates: [[116, 40]] })).toBeNull();
    expect(drawableGeometry(null)).toBeNull();
  });
});
