import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { previewFeatures } from '#renderer/map/sources/preview.ts';

const polygon: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [116, 40],
      [116.01, 40],
      [116.01, 40.01],
      [116, 40],
    ],
  ],
};

it('draws ground in the colour of who gets it, and marks what is new, excepted or nobody’s', () => {
  const features = previewFeatures(
    [
      { polygon, to: 'known', kind: 'zone' },
      { polygon, to: 'founded', kind: 'zone' },
      { polygon, to: 'lake', kind: 'exception' },
      { polygon, to: null, kind: 'nobody' },
      { polygon: { type: 'Polygon', coordinates: [[]] }, to: 'known', kind: 'zone' },
    ],
    (id) => (id === 'known' ? 3 : null),
  );
  expect(features.map(([, { properties }]) => properties)).toEqual([
    { part: 'zone', colour: 3 },
    { part: 'new', colour: 0 },
    { part: 'exception', colour: 0 },
    { part: 'nobody', colour: 0 },
  ]);
  expect(new Set(features.map(([id]) => id)).size).toBe(4);
});
