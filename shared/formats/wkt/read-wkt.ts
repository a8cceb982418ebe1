import type { Geometry, Position } from 'geojson';
import { joinedLines, lineOfArcs } from '#shared/formats/geometry/curves.ts';
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
  CIRCULARSTRING: 'LineString',
  COMPOUNDCURVE: 'LineString',
  CURVEPOLYGON: 'Polygon',
  MULTICURVE: 'MultiLineString',
  MULTISURFACE: 'MultiPolygon',
  POLYHEDRALSURFACE: 'MultiPolygon',
  TIN: 'MultiPolygon',
} as const;

const opening = new RegExp(
  String.raw`^\s*(?:SRID\s*=\s*\d+\s*;\s*)?(${Object.keys(types).join('|')})\s*(Z|M|ZM)?\s*(\(|EMPTY)`,
  'i',
);

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
        return { type, coordinates: this.line(name, depth) };
      case 'MultiPoint':
        return { type, coordinates: this.places() };
      case 'Polygon':
      case 'MultiLineString':
        return { type, coordinates: this.list(() => this.part(depth)) };
      case 'MultiPolygon':
        return { type, coordinates: this.list(() => this.area(depth)) };
      case 'GeometryCollection': {
        const parts = this.list(() => this.geometry(depth + 1));
        return { type, geometries: parts.filter((part) => part !== null) };
      }
    }
  }

  /** The positions of a line, behind its name where it has one. */
  private line(name: string, depth: number): Position[] {
    if (depth > deepest) throw new Broken();
    if (name === 'COMPOUNDCURVE') return joinedLines(this.list(() => this.part(depth)));
    const positions = this.positions();
    const line = name === 'CIRCULARSTRING' ? lineOfArcs(positions, this.left) : positions;
    if (!line) throw new Broken();
    return line;
  }

  /** A part of a curve or a ring: straight without a name, else what it says. */
  private part(depth: number): Position[] {
    if (this.next === '(') return this.positions();
    const name = this.step().toUpperCase();
    if (!/^(CIRCULARSTRING|COMPOUNDCURVE|LINESTRING)$/.test(name)) throw new Broken();
    return this.line(name, depth + 1);
  }

  /** The rings of a polygon within several, or of one with curved rings. */
  private area(depth: number): Position[][] {
    if (this.next !== '(' && !/^(CURVEPOLYGON|POLYGON)$/i.test(this.step())) throw new Broken();
    return this.list(() => this.part(depth));
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
