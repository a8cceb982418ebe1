import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readFiles, refusal } from '#test/unit/shared/formats/read-fixture.ts';

const districts: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '甲', code: 110_108_001_001, share: 0.5, sound: true },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [116, 39],
            [117, 39],
            [117, 40],
            [116, 39],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { name: '乙', code: 2, share: 1, sound: false },
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [1, 1],
              [2, 1],
              [2, 2],
              [1, 1],
            ],
          ],
        ],
      },
    },
  ],
};
const bytes = Uint8Array.from(serialize(districts, 4490));

describe('readFlatGeobuf', () => {
  it('reads values, shapes and the system', async () => {
    const [layer] = await readFiles([{ name: 'a.fgb', bytes }]);
    expect(layer?.columns).toEqual(['name', 'code', 'share', 'sound']);
    expect(layer?.rows.map(({ cells, geometry }) => [cells, geometry])).toEqual(
      districts.features.map(({ properties, geometry }) => [
        Object.values(properties ?? {}),
        geometry,
      ]),
    );
    expect(layer?.crs).toMatchObject({ id: 'EPSG:4490', from: 'FlatGeobuf' });
  });

  it('names the byte where it breaks off', async () => {
    const cut = bytes.slice(0, bytes.length - 20);
    const error = await refusal(() => readFiles([{ name: 'a.fgb', bytes: cut }]));
    expect(error.key).toBe('format.fgb.cut');
    expect(error.params['byte']).toBeGreaterThan(100);
  });
});
