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

/** Collections inside collections, beyond which a file is no map but an attempt on the stack. */
const deepestCollection = 64;

type Json = Record<string, unknown>;

interface Where {
  file: string;
  number: number;
  type: string;
}

const isGeometryType = (type: unknown) =>
  typeof type === 'string' && (type === 'GeometryCollection' || Object.hasOwn(depths, type));

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class Reader {
  readonly features: FileFeature[] = [];
  readonly empty: number[] = [];
  private readonly file: string;
  /** The first position that cannot be longitude and latitude, and the feature that has it. */
  private foreign: { at: Position; number: number } | null = null;
  /** Whether all such positions could be if their numbers changed places. */
  private fitsSwapped = true;

  constructor(file: string) {
    this.file = file;
  }

  feature(value: unknown, number: number): void {
    if (!isObject(value) || value['type'] !== 'Feature') {
      throw new BadInput('notFeature', { file: this.file, number });
    }
    const { properties, geometry } = value;
    this.record(geometry, isObject(properties) ? properties : {}, number);
  }

  /** A feature by what it has; without any coordinates it is empty. */
  record(geometry: unknown, properties: Json, number: number): void {
    const before = this.features.length;
    if (geometry !== null && geometry !== undefined) this.geometry(geometry, properties, number);
    if (this.features.length === before) this.empty.push(number);
  }

  private geometry(value: unknown, properties: Json, number: number, depth = 0): void {
    const { type, coordinates, geometries } = isObject(value) ? value : {};
    if (type === 'GeometryCollection') {
      if (depth >= deepestCollection || !Array.isArray(geometries)) {
        throw new BadInput('brokenGeometry', { file: this.file, number, type });
      }
      for (const part of geometries) this.geometry(part, properties, number, depth + 1);
      return;
    }
    const known = typeof type === 'string' && Object.hasOwn(depths, type) ? type : null;
    if (!known) throw new BadInput('notGeometry', { file: this.file, number });
    const kind = known as FileFeature['geometry']['type'];
    const where = { file: this.file, number, type: kind };
    const copy = this.coordinates(coordinates, depths[kind], where);
    if (copy.length === 0) return;
    const geometry = { type: kind, coordinates: copy } as unknown as FileFeature['geometry'];
    this.features.push({ number, properties, geometry });
  }

  /** Refuses what cannot be longitude and latitude, with the likely reason. */
  refuseForeignUnits(): void {
    if (!this.foreign) return;
    const { at, number } = this.foreign;
    const [x = 0, y = 0] = at;
    throw new BadInput(this.fitsSwapped ? 'swapped' : 'metres', { file: this.file, number, x, y });
  }

  /**
   * Coordinates checked down to the numbers, heights dropped. Lists that need no change are handed
   * on as they are: a file has millions of positions, and few of them have heights.
   */
  private coordinates(value: unknown, depth: number, where: Where): unknown[] {
    if (!Array.isArray(value)) throw new BadInput('brokenGeometry', { ...where });
    const list = value as unknown[];
    if (depth === 0) return this.position(list, where);
    let copy: unknown[] | null = null;
    for (let i = 0; i < list.length; i++) {
      const part = list[i];
      const checked =
        depth === 1 && Array.isArray(part)
          ? this.position(part, where)
          : this.coordinates(part, depth - 1, where);
      if (checked === part) continue;
      copy ??= [...list];
      copy[i] = checked;
    }
    return copy ?? list;
  }

  private position(value: unknown[], where: Where): unknown[] {
    const x = value[0];
    const y = value[1];
    if (Array.isArray(x)) throw new BadInput('brokenGeometry', { ...where });
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) {
      throw new BadInput('badNumber', { file: where.file, number: where.number });
    }
    const width = Math.abs(x);
    const height = Math.abs(y);
    if (width > 180 || height > 90) {
      this.foreign ??= { at: [x, y], number: where.number };
      if (width > 90 || height > 180) this.fitsSwapped = false;
    }
    return value.length === 2 ? value : [x, y];
  }
}

/** The value of a JSON text. @throws BadInput */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : '';
    throw new BadInput('notJson', { file, reason });
  }
}

/**
 * Features of a GeoJSON value: FeatureCollection, Feature or bare geometry; collections of
 * geometries are taken apart. Positions are [longitude, latitude], or metres when `planar`.
 * @throws BadInput naming the feature when something in it is not GeoJSON or no number
 */
export function featuresOf(file: string, value: unknown, planar: boolean): FeatureFile {
  const reader = new Reader(file);
  if (
    isObject(value) &&
    value['type'] === 'FeatureCollection' &&
    Array.isArray(value['features'])
  ) {
    value['features'].forEach((feature, i) => reader.feature(feature, i + 1));
  } else if (isObject(value) && value['type'] === 'Feature') {
    reader.feature(value, 1);
  } else if (isObject(value) && isGeometryType(value['type'])) {
    reader.record(value, {}, 1);
  } else {
    throw new BadInput('notGeoJson', { file });
  }
  if (!planar) reader.refuseForeignUnits();
  return { features: reader.features, empty: reader.empty };
}
