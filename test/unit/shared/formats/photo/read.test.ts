import { describe, expect, it } from 'vitest';
import { userComment } from '#shared/formats/photo/comment.ts';
import { fixture, readFiles, refusal } from '#test/unit/shared/formats/read-fixture.ts';
import { gpsTags, makePhoto } from './make-photo.ts';

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

  it.each(['photo.heic', 'photo.avif'])('reads what stands in %s', async (name) => {
    const [layer] = await readFiles([fixture(name)]);
    expect(layer?.columns).toEqual(['photo', 'foundAt', 'text']);
    expect(layer?.rows[0]?.cells).toEqual([name, '2026-03-05 08:12:30', '占道堆物']);
    expect(layer?.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [116.397, 39.909] });
  });

  it('takes a place without sides for north and east, and says so', async () => {
    const [layer] = await read(makePhoto(gpsTags([116.5, 39.25], false), '2026:03:05 08:12:30'));
    expect(layer?.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [116.5, 39.25] });
    expect(layer?.problems).toEqual([{ key: 'photoSides', params: {} }]);
  });

  it.each([
    ['zeros', gpsTags([0, 0])],
    ['a fraction over nothing', [[2, 5, [39, 0, 0, 1, 0, 1]], ...gpsTags([116.5, 39.25]).slice(2)]],
    ['no longitude', gpsTags([116.5, 39.25]).slice(0, 2)],
    ['a place beyond the pole', gpsTags([116.5, 139])],
  ] as const)('has no position with %s', async (_, tags) => {
    const error = await refusal(() => read(makePhoto(tags as ReturnType<typeof gpsTags>, null)));
    expect(error.key).toBe('format.photo.noPlace');
  });

  it('finds the place in XMP where EXIF has none', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="39,54.54N"><exif:GPSLongitude>116,23,49.2E</exif:GPSLongitude></rdf:Description></x:xmpmeta>';
    const photo = makePhoto(null, '2026:03:05 08:12:30');
    const [layer] = await read(Uint8Array.of(...photo, ...new TextEncoder().encode(xmp)));
    const geometry = layer?.rows[0]?.geometry;
    if (geometry?.type !== 'Point') throw new Error('no point');
    expect(geometry.coordinates[0]).toBeCloseTo(116.397, 6);
    expect(geometry.coordinates[1]).toBeCloseTo(39.909, 6);
    expect(layer?.crs?.from).toBe('XMP');
  });
});

describe('userComment', () => {
  const wide = (text: string, isBig: boolean) =>
    text.split('').flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return isBig ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    });
  const named = (name: string, body: number[]) => [
    ...new TextEncoder().encode(name.padEnd(8, '\0')),
    ...body,
  ];
  const ascii = (text: string) => [...new TextEncoder().encode(text)];

  it.each([true, false])(
    'is read in the order of bytes that it has (larger first: %s)',
    (isBig) => {
      const other = ascii(isBig ? 'II*\0' : 'MM\0*');
      const own = ascii(isBig ? 'MM\0*' : 'II*\0');
      expect(userComment(named('UNICODE', wide('占道 2 处', isBig)), Uint8Array.from(other))).toBe(
        '占道 2 处',
      );
      expect(userComment(named('UNICODE', wide('占道', isBig)), Uint8Array.from(own))).toBe('占道');
    },
  );

  it('is nothing in other encodings, and none when it is blank', () => {
    expect(userComment(named('ASCII', ascii('bin')), new Uint8Array())).toBe('bin');
    expect(userComment(named('', ascii('占道')), new Uint8Array())).toBe('占道');
    expect(userComment(named('JIS', ascii('x')), new Uint8Array())).toBeNull();
    expect(userComment(named('ASCII', ascii('  \0')), new Uint8Array())).toBeNull();
    expect(userComment(undefined, new Uint8Array())).toBeNull();
  });
});
