import type { Position } from 'geojson';
import type { Problem } from '#shared/formats/source/problem.ts';

/** A tag in the shape that exifreader gives it. */
export type Tag = { description?: unknown; value?: unknown } | undefined;
export type ExifTags = Readonly<Record<string, Tag>>;

/** Where a photo was taken, [longitude, latitude] in degrees, and what is to be said of it. */
export interface PhotoPlace {
  position: Position;
  from: 'EXIF' | 'XMP';
  problems: Problem[];
}

/** Degrees of three fractions; NaN when one of them is none. */
function degreesOf(tag: Tag): number {
  if (!Array.isArray(tag?.value)) return Number.NaN;
  const parts = (tag.value as unknown[]).slice(0, 3).map((part) => {
    const [over, under] = Array.isArray(part) ? (part as unknown[]) : [];
    return Number(over) / Number(under);
  });
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = parts;
  return degrees + minutes / 60 + seconds / 3600;
}

/** The letter of a tag that says on which side of the equator or of Greenwich; empty when there is none. */
function sideOf(tag: Tag): string {
  const value = Array.isArray(tag?.value) ? (tag.value as unknown[]).join('') : '';
  return value.replaceAll('\0', '').trim().slice(0, 1).toUpperCase();
}

/** Phones without a fix write zeros. */
function isPlace([x = Number.NaN, y = Number.NaN]: Position): boolean {
  return (x !== 0 || y !== 0) && Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

function exifPlace(exif: ExifTags): PhotoPlace | null {
  const [north, east] = [sideOf(exif['GPSLatitudeRef']), sideOf(exif['GPSLongitudeRef'])];
  const latitude = degreesOf(exif['GPSLatitude']) * (north === 'S' ? -1 : 1);
  const longitude = degreesOf(exif['GPSLongitude']) * (east === 'W' ? -1 : 1);
  const isSaid = 'NS'.includes(north || '?') && 'EW'.includes(east || '?');
  const position = [longitude, latitude];
  if (!isPlace(position)) return null;
  return { position, from: 'EXIF', problems: isSaid ? [] : [{ key: 'photoSides', params: {} }] };
}

/** Degrees as XMP has them: `39,54.54N` or `39,54,32N`. */
function xmpDegrees(xmp: string, name: string): number {
  const text = new RegExp(`exif:${name}(?:\\s*=\\s*["']|>)\\s*([\\d.,]{1,40})([NSEW])`).exec(xmp);
  if (!text) return Number.NaN;
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = (text[1] as string)
    .split(',')
    .map(Number);
  return (degrees + minutes / 60 + seconds / 3600) * (text[2] === 'S' || text[2] === 'W' ? -1 : 1);
}

/** Signs of a packet of XMP that are looked through. */
const longestPacket = 200_000;

/** The packet of XMP that programs put into pictures as it is, whatever their format. */
function xmpOf(bytes: Uint8Array): string {
  const mark = '<x:xmpmeta';
  const first = mark.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < mark.length && bytes[at + length] === mark.charCodeAt(length)) length += 1;
    if (length === mark.length) {
      return new TextDecoder().decode(bytes.subarray(at, at + longestPacket));
    }
  }
  return '';
}

/** The place that a picture tells in EXIF, or in XMP where there is none; null when it tells none. */
export function placeOfPhoto(exif: ExifTags, bytes: Uint8Array): PhotoPlace | null {
  const found = exifPlace(exif);
  if (found) return found;
  const xmp = xmpOf(bytes);
  const position = [xmpDegrees(xmp, 'GPSLongitude'), xmpDegrees(xmp, 'GPSLatitude')];
  return isPlace(position) ? { position, from: 'XMP', problems: [] } : null;
}
