import { describe, expect, it } from 'vitest';
import { readFiles, refusal } from '#test/unit/shared/formats/read-fixture.ts';
import { makePhoto } from './make-photo.ts';

const read = (bytes: Uint8Array<ArrayBuffer>) => readFiles([{ name: 'DCIM/占道.jpg', bytes }]);

describe('readPhoto', () => {
  it('takes place and time of a photo for an issue', async () => {
    const [layer] = await read(makePhoto([116.397, 39.909], '2026:03:05 08:12:30'));
    expect(layer?.columns).toEqual(['photo', 'foundAt']);
    expect(layer?.rows[0]?.cells).toEqual(['占道.jpg', '2026-03-05 08:12:30']);
    const geometry = layer?.rows[0]?.geometry;
    if (geometry?.type !== 'Point') throw new Error('no point');
    expect(geometry.coordinates[0]).toBeCloseTo(116.397, 6);
    expect(geometry.coordinates[1]).toBeCloseTo(39.909, 6);
    const [south] = await read(makePhoto([-70.5, -33.25], null));
    expect(south?.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [-70.5, -33.25] });
    expect(south?.problems).toEqual([{ key: 'photoUndated', params: {} }]);
  });

  it('says that a photo has no position', async () => {
    const error = await refusal(() => read(makePhoto(null, '2026:03:05 08:12:30')));
    expect(error.key).toBe('format.photo.noPlace');
    expect((await refusal(() => read(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)))).key).toMatch(
      /format\.photo\.no/,
    );
  });
});
