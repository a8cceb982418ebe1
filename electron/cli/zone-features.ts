import type { Position } from 'geojson';
import { siteZone, stripZone, type Zone } from '#shared/model/zone.ts';
import { BadInput } from './bad-input.ts';
import { textOf } from './feature-text.ts';
import type { FileFeature } from './parse-features.ts';

/** All parts of one feature, which a geometry collection may have scattered over several types. */
export interface FeatureParts {
  feature: FileFeature;
  polygons: Position[][][];
  lines: Position[][];
  points: Position[];
}

/** The properties in which an export of ours says how wide a road and how large a site is. */
type Measure = 'widthM' | 'radiusM';

const limits = { widthM: stripZone.shape.widthM, radiusM: siteZone.shape.radiusM };

/** Metres in a property; null when there are none. @throws BadInput when they are no measure */
function metresOf(file: string, { properties, number }: FileFeature, measure: Measure) {
  const value = properties[measure];
  if (value === undefined || value === null || value === '') return null;
  const metres = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const parsed = limits[measure].safeParse(metres);
  if (parsed.success && parsed.data !== null) return parsed.data;
  const shown = JSON.stringify(value);
  throw new BadInput('badMeasure', { file, number, property: measure, value: shown.slice(0, 40) });
}

/** Issue classes that a zone answers for: a list, or a text divided as our exports divide it. */
function categoriesOf({ properties: { categories } }: FileFeature): string[] {
  const list: unknown[] = Array.isArray(categories)
    ? categories
    : typeof categories === 'string'
      ? categories.split(/[、,，;；]/)
      : [];
  const names = list.flatMap((entry) => (typeof entry === 'string' ? entry.trim() : []));
  return [...new Set(names.filter((name) => name !== ''))];
}

/**
 * The zone that a feature is: 块 from polygons (点 where an export of ours says so), 条 from lines
 * with a width, 点 from a position with a radius. Null for lines and positions without.
 * @throws BadInput for a width or radius that is none
 */
export function zoneFrom(
  file: string,
  { feature, polygons, lines, points }: FeatureParts,
  name: string,
  makeId: (name: string) => string,
): Zone | null {
  const common = () => ({
    kind: 'zone' as const,
    id: makeId(name),
    parentId: null,
    name,
    code: textOf(feature, 'code'),
    categories: categoriesOf(feature),
    attributes: {},
  });
  if (polygons.length > 0) {
    const geometry = { type: 'MultiPolygon', coordinates: polygons };
    const { shape } = feature.properties;
    if (shape === 'site') return { ...common(), shape, radiusM: null, geometry } as Zone;
    // Other programs call other things categories: without a shape of ours they mean nothing here.
    const categories = shape === 'block' ? categoriesOf(feature) : [];
    return { ...common(), shape: 'block', categories, geometry } as Zone;
  }
  if (lines.length > 0) {
    const widthM = metresOf(file, feature, 'widthM');
    if (widthM === null) return null;
    const geometry = { type: 'MultiLineString', coordinates: lines };
    return { ...common(), shape: 'strip', widthM, geometry } as Zone;
  }
  const [coordinates, ...others] = points;
  const radiusM = coordinates && others.length === 0 ? metresOf(file, feature, 'radiusM') : null;
  if (!coordinates || radiusM === null) return null;
  return { ...common(), shape: 'site', radiusM, geometry: { type: 'Point', coordinates } } as Zone;
}
