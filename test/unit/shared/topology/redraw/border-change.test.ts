import type { Polygon, Position } from 'geojson';
import { expect, it } from 'vitest';
import { changeBorder } from '#shared/topology/redraw/border-change.ts';

it('takes a course with more vertices than a call may have arguments', () => {
  const square: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  };
  const count = 1_000_000;
  const course = Array.from({ length: count }, (_, i): Position => [(i + 1) / (count + 1), -1]);
  const stretch = {
    from: [
      [0, 0],
      [1, 0],
    ],
    to: [[0, 0], ...course, [1, 0]],
  };
  const changed = changeBorder(square, { stretches: [stretch], moves: new Map() });
  expect(changed?.coordinates[0]).toHaveLength(count + 4);
});
