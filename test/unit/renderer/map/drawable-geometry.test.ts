import type { Geometry } from 'geojson';
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
    const hole = [116.04, 116.06].flatMap((x) => [[x, 40.04]]);
    const holed = [square, [...hole, [116.05, 40.06], [116.04, 40.04]]];
    const shapes: Geometry[] = [
      polygon,
      { type: 'Polygon', coordinates: holed },
      { type: 'MultiPolygon', coordinates: [[square], holed] },
      { type: 'LineString', coordinates: square },
      { type: 'MultiLineString', coordinates: [square, hole] },
      { type: 'MultiPoint', coordinates: square },
    ];
    // Not even a copy is made of them: a district has millions of positions.
    for (const shape of shapes) expect(drawableGeometry(shape)).toBe(shape);
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
