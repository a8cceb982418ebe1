import type { Geometry, Position } from 'geojson';
import type { LeftOut } from '#shared/formats/geometry/left-out.ts';
import type { WkbAnswer } from '#shared/formats/wkb/read-wkb.ts';

class Broken extends Error {}

const deepest = 8;

const types = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  LINEARRING: 'LineString',
  POLYGON: 'Polygon',
  TRIANGLE: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
  GEOMETRYCOLLECTION: 'GeometryCollection',
} as const;

const opening =
  /^\s*(?:SRID\s*=\s*\d+\s*;\s*)?(POINT|LINESTRING|LINEARRING|POLYGON|TRIANGLE|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION)\s*(Z|M|ZM)?\s*(\(|EMPTY)/i;

/** Whether a text begins like a geometry in well-known text. */
export function looksLikeWkt(text: string): boolean {
  return opening.test(text.slice(0, 200));
}

const token = /\s*([(),]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[a-z]+)/iy;

class WktReader {
  private readonly text: string;
  private at: number;
  private next = '';
  private readonly left: LeftOut | undefined;
  /** Whether the third number of the geometry being read is a measure. */
  private isMeasured = false;

  constructor(text: string, left?: LeftOut) {
    this.left = left;
    this.text = text;
    this.at = /^\s*SRID\s*=\s*\d+\s*;/i.exec(text)?.[0].length ?? 0;
    this.step();
  }

  whole(): Geometry | null {
    const geometry = this.geometry(0);
    if (this.next !== '' || this.text.slice(this.at).trim() !== '') throw new Broken();
    return geometry;
  }

  private step(): string {
    const was = this.next;
    token.lastIndex = this.at;
    const found = token.exec(this.text);
    this.next = found?.[1] ?? '';
    if (found) this.at += found[0].length;
    return was;
  }

  private take(sign: string): void {
    if (this.step() !== sign) throw new Broken();
  }

  private geometry(depth: number): Geometry | null {
    if (depth > deepest) throw new Broken();
    const word = this.step().toUpperCase();
    const name = word.replace(/(ZM|Z|M)$/, '');
    if (!Object.hasOwn(types, name)) throw new Broken();
    const type = types[name as keyof typeof types];
    let more = word.slice(name.length);
    if (/^(Z|M|ZM)$/i.test(this.next)) more = this.step().toUpperCase();
    this.isMeasured = more === 'M';
    if (/^EMPTY$/i.test(this.next)) {
      this.step();
      return null;
    }
    switch (type) {
      case 'Point': {
        const [coordinates = []] = this.positions();
        return { type, coordinates };
      }
      case 'LineString':
        return { type, coordinates: this.positions() };
      case 'MultiPoint':
        return { type, coordinates: this.places() };
      case 'Polygon':
      case 'MultiLineString':
        return { type, coordinates: this.list(() => this.positions()) };
      case 'MultiPolygon':
        return { type, coordinates: this.list(() => this.list(() => this.positions())) };
      case 'GeometryCollection': {
        const parts = this.list(() => this.geometry(depth + 1));
        return { type, geometries: parts.filter((part) => part !== null) };
      }
    }
  }

  private list<T>(read: () => T): T[] {
    this.take('(');
    const items = [read()];
    while (this.next === ',') {
      this.step();
      items.push(read());
    }
    this.take(')');
    return items;
  }

  private position(): Position {
    const numbers: number[] = [];
    while (this.next !== '' && !'(),'.includes(this.next)) numbers.push(Number(this.step()));
    const [x = Number.NaN, y = Number.NaN, third, fourth] = numbers;
    if (numbers.length > 4 || !Number.isFinite(x) || !Number.isFinite(y)) throw new Broken();
    if (third !== undefined) this.left?.[this.isMeasured ? 'measure' : 'height'](third);
    if (fourth !== undefined) this.left?.measure(fourth);
    return [x, y];
  }

  private positions(): Position[] {
    return this.list(() => this.position());
  }

  /** Points of a MULTIPOINT, with or without brackets of their own. */
  private places(): Position[] {
    return this.list(() => {
      if (this.next !== '(') return this.position();
      return this.positions()[0] as Position;
    });
  }
}

/**
 * The geometry of a well-known text (OGC, and the extended kind of PostGIS); `left` counts the heights
 * and measures that are left out.
 */
export function readWkt(text: string, left?: LeftOut): WkbAnswer {
  try {
    return { geometry: new WktReader(text, left).whole() };
  } catch (error) {
    if (error instanceof Broken) return { problem: 'badGeometry' };
    throw error;
  }
}
