import { snapGeometry } from '#shared/geo/snap-geometry.ts';
import type { Area } from '#shared/model/geometry.ts';

type Json = Record<string, unknown>;

/** New ground of features by their number in the file, from 1; null takes the feature out. */
export type NewGrounds = ReadonlyMap<number, Area | null>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nested coordinates on the grid of 1 mm. */
function toMillimetres(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  if (typeof coordinates[0] === 'number') {
    const [x, y] = coordinates as number[];
    return [x, y].map((value) => Math.round((value ?? 0) * 1000) / 1000 + 0);
  }
  return coordinates.map(toMillimetres);
}

/** Whether all numbers of nested coordinates stay what they are on the grid; heights do not matter. */
function isSame(coordinates: unknown, onGrid: unknown): boolean {
  if (!Array.isArray(coordinates) || !Array.isArray(onGrid)) return coordinates === onGrid;
  return onGrid.every((part, i) => isSame(coordinates[i], part));
}

/**
 * An area that did not change, on the grid: as it came when it was there already, so that heights
 * stay; else moved to it, so that it still meets its neighbours exactly.
 */
function settled(geometry: Json, planar: boolean): Json {
  const { coordinates } = geometry;
  const onGrid = planar
    ? toMillimetres(coordinates)
    : (snapGeometry(geometry as never) as { coordinates: unknown }).coordinates;
  return isSame(coordinates, onGrid) ? geometry : { ...geometry, coordinates: onGrid };
}

/** Geometries of a collection, however deep, that are no areas. */
function withoutAreas(geometry: Json): Json[] {
  const { type, geometries } = geometry;
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return (geometries as Json[]).flatMap(withoutAreas);
  }
  return type === 'Polygon' || type === 'MultiPolygon' ? [] : [geometry];
}

/** A geometry of a file with the new ground of its feature; `area` undefined when none changed. */
function mended(geometry: unknown, area: Area | undefined, planar: boolean): unknown {
  if (!isObject(geometry)) return geometry;
  const { type, geometries } = geometry;
  if (area === undefined) {
    if (type === 'GeometryCollection' && Array.isArray(geometries)) {
      return { ...geometry, geometries: geometries.map((part) => mended(part, area, planar)) };
    }
    return type === 'Polygon' || type === 'MultiPolygon' ? settled(geometry, planar) : geometry;
  }
  const others = withoutAreas(geometry);
  return others.length === 0 ? area : { type: 'GeometryCollection', geometries: [...others, area] };
}

/** An object without its box, which may no longer be true. */
function withoutBox(value: Json): Json {
  const rest = { ...value };
  delete rest['bbox'];
  return rest;
}

function mendedFeature(feature: Json, area: Area | undefined, planar: boolean): Json {
  const geometry = mended(feature['geometry'], area, planar);
  return { ...(area === undefined ? feature : withoutBox(feature)), geometry };
}

/** JSON of an object, its `features` one to a line. */
function collectionText(value: Json, features: readonly Json[]): string {
  const members = Object.entries(value).map(([key, member]) => {
    const text =
      key === 'features'
        ? `[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]`
        : JSON.stringify(member);
    return `${JSON.stringify(key)}:${text}`;
  });
  return `{${members.join(',')}}\n`;
}

/**
 * The text of a GeoJSON value with new ground for some features; everything else in it stays: order,
 * properties, foreign members, features that are no areas.
 */
export function mendedFile(value: unknown, grounds: NewGrounds, planar: boolean): string {
  if (!isObject(value)) return `${JSON.stringify(value)}\n`;
  const { type, features } = value;
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    const kept = (features as Json[]).flatMap((feature, i): Json[] => {
      const area = grounds.get(i + 1);
      return area === null ? [] : [mendedFeature(feature, area, planar)];
    });
    return collectionText(grounds.size > 0 ? withoutBox(value) : value, kept);
  }
  const area = grounds.get(1) ?? undefined;
  const whole =
    type === 'Feature' ? mendedFeature(value, area, planar) : mended(value, area, planar);
  return `${JSON.stringify(whole)}\n`;
}
