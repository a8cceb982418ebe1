import type { Position } from 'geojson';
import { expect, it } from 'vitest';
import { linesOfGeometry } from '#shared/geo/lines-of-geometry.ts';
import { box } from '#test/unit/shared/checks/given.ts';

const line: Position[] = [
  [0, 0],
  [1, 0],
];

it('answers lines as they are, areas by all of their rings, and places by nothing', () => {
  const [outer, hole] = [box(0, 0, 9, 9), box(1, 1, 2, 2)];
  expect(linesOfGeometry({ type: 'LineString', coordinates: line })).toEqual([line]);
  expect(linesOfGeometry({ type: 'MultiLineString', coordinates: [line, line] })).toHaveLength(2);
  expect(linesOfGeometry({ type: 'Polygon', coordinates: [outer, hole] })).toEqual([outer, hole]);
  expect(linesOfGeometry({ type: 'MultiPolygon', coordinates: [[outer, hole], [outer]] })).toEqual([
    outer,
    hole,
    outer,
  ]);
  expect(linesOfGeometry({ type: 'Point', coordinates: [0, 0] })).toEqual([]);
});
