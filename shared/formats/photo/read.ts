import { FormatError } from '#shared/formats/format-error.ts';
import { ownBytes } from '#shared/formats/source/own-bytes.ts';
import type { Source, SourceLayer } from '#shared/formats/source/source.ts';
import type { CellValue } from '#shared/formats/table.ts';
import { userComment } from './comment.ts';
import { type ExifTags, placeOfPhoto } from './place.ts';

/** Tags of EXIF, as far as they are of use here, in the shape that exifreader gives them. */
interface Tags {
  exif?: ExifTags;
}

/** `2026:03:05 08:12:30` as `2026-03-05 08:12:30`; null when it is none. */
function momentOf(text: unknown): string | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(
    typeof text === 'string' ? text : '',
  );
  return parts && parts[1] !== '0000' ? `${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}` : null;
}

function textTag(tags: Tags, name: string): string | null {
  const text = tags.exif?.[name]?.description;
  return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, 2000) : null;
}

/** Degrees clockwise from north into which the camera looked. */
function direction(tags: Tags): number | null {
  const value = tags.exif?.['GPSImgDirection']?.value;
  const number = Array.isArray(value) ? Number(value[0]) / Number(value[1] ?? 1) : Number.NaN;
  return Number.isFinite(number) ? Math.round(number * 10) / 10 : null;
}

/**
 * A photo as one row, to become an issue: where and when it was taken, what its caption says, and
 * its file's name. Cameras and phones write WGS84.
 * @throws FormatError when the picture is damaged or has no position
 */
export async function readPhoto(source: Source): Promise<SourceLayer[]> {
  const { load } = (await import('exifreader')).default;
  let tags: Tags;
  try {
    tags = load(ownBytes(source.bytes).buffer, { expanded: true, includeUnknown: false }) as Tags;
  } catch {
    throw new FormatError('format.photo.noTags');
  }
  const place = placeOfPhoto(tags.exif ?? {}, source.bytes);
  if (!place) throw new FormatError('format.photo.noPlace');
  const taken = momentOf(textTag(tags, 'DateTimeOriginal')) ?? momentOf(textTag(tags, 'DateTime'));
  const cells: Record<string, CellValue> = {
    photo: source.name.replace(/^.*[/\\]/, ''),
    foundAt: taken,
    text:
      textTag(tags, 'ImageDescription') ??
      userComment(tags.exif?.['UserComment']?.value, source.bytes),
    direction: direction(tags),
  };
  const columns = Object.keys(cells).filter((column) => cells[column] !== null);
  return [
    {
      // Photos are taken of something that is wrong.
      layer: 'issues',
      columns,
      rows: [
        {
          number: 1,
          cells: columns.map((column) => cells[column] ?? null),
          geometry: { type: 'Point', coordinates: place.position },
          problem: null,
        },
      ],
      crs: { id: 'EPSG:4326', text: 'WGS84', from: place.from },
      encoding: null,
      problems: [
        ...place.problems,
        ...(taken === null ? [{ key: 'photoUndated', params: {} }] : []),
      ],
    },
  ];
}
