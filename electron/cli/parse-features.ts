import type { Geometry, Position } from 'geojson';
import { BadInput } from './bad-input.ts';

/** A feature of a file, its geometry sound as far as GeoJSON goes. */
export interface FileFeature {
  /** Place in the file, from 1. */
  number: number;
  properties: Record<string, unknown>;
  geometry: Exclude<Geometry, { type: 'GeometryCollection' }>;
}

export interface FeatureFile {
  features: FileFeature[];
  /** Places of features without geometry. */
  empty: number[];
}

/** How deep the coordinates of each type are nested. */
const depths: Record<FileFeature['geometry']['type'], number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class Reader {
  readonly features: FileFeature[] = [];
  readonly empty: number[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  feature(value: unknown, number: number): void {
    if (!isObject(value) || value['type'] !== 'Feature') {
      throw new BadInput('notGeoJson', { file: this.file });
    }
    const { properties, geometry } = value;
    if (geometry === null || geometry === undefined) this.empty.push(number);
    else this.geometry(geometry, isObject(properties) ? properties : {}, number);
  }

  geometry(value: unknown, properties: Json, number: number): void {
    if (!isObject(value)) throw new BadInput('notGeoJson', { file: this.file });
    const { type, coordinates, geometries } = value;
    if (type === 'GeometryCollection' && Array.isArray(geometries)) {
      for (const part of geometries) this.geometry(part, properties, number);
      return;
    }
    const depth = typeof type === 'string' && Object.hasOwn(depths, type) ? type : null;
    if (!depth) throw new BadInput('notGeoJson', { file: this.file });
    const kind = depth as FileFeature['geometry']['type'];
    const copy = this.coordinates(coordinates, depths[kind], { type: kind, number });
    if (Array.isArray(copy) && copy.length === 0) {
      this.empty.push(number);
      return;
    }
    const geometry = { type: kind, coordinates: copy } as unknown as FileFeature['geometry'];
    this.features.push({ number, properties, geometry });
  }

  /** Coordinates checked down to the numbers, heights dropped. */
  private coordinates(value: unknown, depth: number, where: { type: string; number: number }) {
    const { file } = this;
    if (!Array.isArray(value)) throw new BadInput('brokenGeometry', { file, ...where });
    if (depth > 0) {
      return value.map((part: unknown): unknown => this.coordinates(part, depth - 1, where));
    }
    if (Array.isArray(value[0])) throw new BadInput('brokenGeometry', { file, ...where });
    const position: unknown[] = value.slice(0, 2);
    if (
      position.length < 2 ||
      !position.every((x) => typeof x === 'number' && Number.isFinite(x))
    ) {
      throw new BadInput('badNumber', { file, number: where.number });
    }
    return position;
  }
}

function positionsOf(value: unknown): Position[] {
  if (!Array.isArray(value)) return [];
  if (typeof value[0] === 'number') return [value as Position];
  return value.flatMap(positionsOf);
}

/** Refuses what cannot be longitude and latitude, with the likely reason. */
function refuseForeignUnits(file: string, features: readonly FileFeature[]): void {
  const positions = features.flatMap(({ geometry }) => positionsOf(geometry.coordinates));
  const wrong = positions.find(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  if (!wrong) return;
  const [x = 0, y = 0] = wrong;
  const fitsSwapped = positions.every(([a = 0, b = 0]) => Math.abs(a) <= 90 && Math.abs(b) <= 180);
  throw new BadInput(fitsSwapped ? 'swapped' : 'metres', { file, x, y });
}

/**
 * Features of a GeoJSON text: FeatureCollection, Feature or bare geometry; collections of
 * geometries are taken apart. Positions are [longitude, latitude], or metres when `planar`.
 * @throws BadInput naming the feature when something is not GeoJSON or no number
 */
export function parseFeatures(file: string, text: string, planar: boolean): FeatureFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : '';
    throw new BadInput('notJson', { file, reason });
  }
  const reader = new Reader(file);
  if (
    isObject(value) &&
    value['type'] === 'FeatureCollection' &&
    Array.isArray(value['features'])
  ) {
    value['features'].forEach((feature, i) => reader.feature(feature, i + 1));
  } else if (isObject(value) && value['type'] === 'Feature') {
    reader.feature(value, 1);
  } else {
    reader.geometry(value, {}, 1);
  }
  if (!planar) refuseForeignUnits(file, reader.features);
  return { features: reader.features, empty: reader.empty };
}
