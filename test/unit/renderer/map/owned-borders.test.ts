import type { Position } from 'geojson';
import { expect, it } from 'vitest';
import { OwnedBorders } from '#renderer/map/owned-borders.ts';
import type { Area } from '#shared/model/geometry.ts';

function box(west: number, east: number): Area {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, 40],
        [east, 40],
        [east, 41],
        [west, 41],
        [west, 40],
      ],
    ],
  };
}

/** Edges of all lines, without direction, so that a border drawn twice shows as a repetition. */
function drawn(borders: OwnedBorders, ids: string[]): string[] {
  return ids
    .flatMap((id) => borders.linesOf(id))
    .flatMap((line) =>
      line.slice(1).map((to, i) => [line[i] as Position, to].map(String).sort().join(' ')),
    )
    .sort();
}

// 0   1   2
// +---+---+
// | a | b |   the border at 1 belongs to both
// +---+---+
it('draws every edge once, whoever comes and goes', () => {
  const borders = new OwnedBorders();
  borders.set('a', box(0, 1));
  expect(borders.set('b', box(1, 2)).sort()).toEqual(['a', 'b']);
  const seven = drawn(borders, ['a', 'b']);
  expect(seven).toHaveLength(7);
  expect(new Set(seven).size).toBe(7);

  // The owner of the shared border leaves: its neighbour must draw it now.
  expect(borders.set('a', null)).toContain('b');
  expect(drawn(borders, ['a', 'b'])).toHaveLength(4);

  borders.set('a', box(0, 1));
  borders.set('b', box(1.5, 2));
  expect(drawn(borders, ['a', 'b'])).toHaveLength(8);
});
