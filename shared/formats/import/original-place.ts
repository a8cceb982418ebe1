import type { Geometry, Position } from 'geojson';
import type { Attributes } from '#shared/model/primitives.ts';
import type { CrsChoice } from './crs-choice.ts';

/** Attributes that keep where a place came from: the system of its file, and a point's own numbers. */
export const originalKeys = { system: '原坐标系', position: '原坐标' } as const;

/** Systems whose numbers are kept as they are: nothing is lost of them. */
const same: readonly string[] = ['EPSG:4326', 'EPSG:4490'];

/** What a system is called in an attribute; control points need no more than the word. */
function systemWord({ crs, swapped }: CrsChoice): string {
  const word = crs.slice(0, 300);
  return swapped ? `${word}（纬度在前）` : word;
}

/**
 * What a record keeps of the place in its file: the system, and for a point the very numbers. Those of
 * lines and areas follow from the system: the way back meets them within a step of the grid. Empty where
 * the file is in degrees of WGS84 or CGCS2000, whose numbers are the record's own.
 */
export function originalPlace(
  choice: CrsChoice | undefined,
  original: () => Position | null,
): Attributes {
  if (!choice || same.includes(choice.crs)) return {};
  const [x, y] = original() ?? [];
  return {
    [originalKeys.system]: systemWord(choice),
    ...(x === undefined || y === undefined ? {} : { [originalKeys.position]: `${x}, ${y}` }),
  };
}

/** Attributes without what they tell of an earlier place: it holds no more once the place is new. */
export function withoutOriginal(attributes: Attributes | undefined): Attributes {
  const kept = { ...attributes };
  delete kept[originalKeys.system];
  delete kept[originalKeys.position];
  return kept;
}

/** First position of a point; null for all other shapes. */
export function pointOf(geometry: Geometry | null): Position | null {
  if (geometry?.type === 'Point') return geometry.coordinates;
  return geometry?.type === 'MultiPoint' && geometry.coordinates.length === 1
    ? (geometry.coordinates[0] ?? null)
    : null;
}
