import { type PDFContext, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { Page } from './page.ts';

/** Whether a picture has no colours, so that one number a pixel says all. */
function isGrey(data: Uint8ClampedArray): boolean {
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  }
  return true;
}

/** Sixteen greys, two pixels to a byte; each row begins with a byte of its own. */
function greys({ data, width, height }: Page['picture']): Uint8Array {
  const stride = Math.ceil(width / 2);
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const level = Math.round((data[4 * (y * width + x)] ?? 0) / 17);
      const at = y * stride + (x >> 1);
      bytes[at] = (bytes[at] ?? 0) | (x % 2 === 0 ? level << 4 : level);
    }
  }
  return bytes;
}

/** The picture without its alpha channel. Pages are opaque. */
function colours({ data }: Page['picture']): Uint8Array {
  const bytes = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    for (let channel = 0; channel < 3; channel++) bytes[to++] = data[from + channel] ?? 0;
  }
  return bytes;
}

/**
 * Registers the picture of a page. With colours it is packed without loss; without, it keeps sixteen
 * greys, which are plenty for letters and lines: a list of 20,000 zones takes 190 pages.
 */
export function pageImage(context: PDFContext, { picture }: Pick<Page, 'picture'>): PDFRef {
  const grey = isGrey(picture.data);
  return context.register(
    context.flateStream(grey ? greys(picture) : colours(picture), {
      Type: PDFName.of('XObject'),
      Subtype: PDFName.of('Image'),
      Width: picture.width,
      Height: picture.height,
      ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: grey ? 4 : 8,
    }),
  );
}
