import { decodePDFRawStream, PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { pageImage } from '#renderer/features/certificate/pdf/page-image.ts';

/** The picture of pixels given as red, green, blue, as the file holds it. */
function imageOf(width: number, pixels: [number, number, number][]) {
  const data = new Uint8ClampedArray(pixels.flatMap((pixel) => [...pixel, 255]));
  const context = PDFContext.create();
  const picture = { width, height: pixels.length / width, data };
  const stream = context.lookup(pageImage(context, { picture }));
  if (!(stream instanceof PDFRawStream)) throw new Error('no picture');
  return {
    space: stream.dict.get(PDFName.of('ColorSpace'))?.toString(),
    bits: Number(stream.dict.get(PDFName.of('BitsPerComponent'))?.toString()),
    bytes: [...decodePDFRawStream(stream).decode()],
  };
}

test('a page without colours keeps sixteen greys, two to a byte and each row for itself', () => {
  const black = [0, 0, 0] as [number, number, number];
  const grey = [95, 95, 95] as [number, number, number];
  const white = [255, 255, 255] as [number, number, number];
  expect(imageOf(3, [black, grey, white, white, white, black])).toEqual({
    space: '/DeviceGray',
    bits: 4,
    bytes: [0x06, 0xf0, 0xff, 0x00],
  });
});

test('one colour is enough for all of them to be kept as they are', () => {
  expect(
    imageOf(2, [
      [0, 0, 0],
      [179, 38, 30],
    ]),
  ).toEqual({ space: '/DeviceRGB', bits: 8, bytes: [0, 0, 0, 179, 38, 30] });
});
