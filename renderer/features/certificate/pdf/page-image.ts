import { type PDFContext, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { Page } from './page.ts';

/** Whether a picture has no colours, so that one byte a pixel says all. */
function isGrey(data: Uint8ClampedArray): boolean {
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  }
  return true;
}

/** The picture without its alpha channel. Pages are opaque. */
function samples(data: Uint8ClampedArray, channels: 1 | 3): Uint8Array {
  const bytes = new Uint8Array((data.length / 4) * channels);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    for (let channel = 0; channel < channels; channel++) bytes[to++] = data[from + channel] ?? 0;
  }
  return bytes;
}

/** Registers the picture of a page, packed without loss. */
export function pageImage(context: PDFContext, { picture }: Page): PDFRef {
  const channels = isGrey(picture.data) ? 1 : 3;
  return context.register(
    context.flateStream(samples(picture.data, channels), {
      Type: PDFName.of('XObject'),
      Subtype: PDFName.of('Image'),
      Width: picture.width,
      Height: picture.height,
      ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: 8,
    }),
  );
}
