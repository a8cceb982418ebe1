import type { Geometry, Position } from 'geojson';
import { joinedLines, lineOfArcs } from '#shared/formats/geometry/curves.ts';
import type { LeftOut } from '#shared/formats/geometry/left-out.ts';

/** A geometry as a key under `import.reason` when it cannot be read. */
export type WkbAnswer = { geometry: Geometry | null } | { problem: string };

type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>;

class Broken extends Error {}

const deepest = 8;

/** What a position has beyond its place, in the order it stands there. */
type More = readonly ('height' | 'measure')[];

/**
 * Reads well-known binary: ISO and the extended kind of PostGIS. Heights and measures are left out, chords
 * stand for arcs.
 */
class WkbReader {
  private readonly view: DataView;
  private readonly left: LeftOut | undefined;
  private at = 0;

  constructor(bytes: Uint8Array, left?: LeftOut) {
    this.left = left;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(depth = 0): Geometry {
    const { type, more, little } = this.head(depth);
    switch (type) {
      case 1:
        return { type: 'Point', coordinates: this.position(little, more) ?? [] };
      case 2:
        return { type: 'LineString', coordinates: this.positions(little, more) };
      case 3:
        return { type: 'Polygon', coordinates: this.rings(little, more) };
      case 17:
        // A triangle is a polygon of one ring.
        return { type: 'Polygon', coordinates: this.rings(little, more) };
      case 4:
      case 5:
      case 6:
      case 7:
        return this.collection(type, little, depth);
      case 8:
      case 9:
        return { type: 'LineString', coordinates: this.line(type, little, more, depth) };
      case 10:
        return { type: 'Polygon', coordinates: this.area(type, little, more, depth) };
      case 11: {
        const lines = this.parts(little, (...head) => this.line(...head), depth);
        return { type: 'MultiLineString', coordinates: lines };
      }
      case 12:
      case 15:
      case 16: {
        // Surfaces of several patches lie flat here, too.
        const areas = this.parts(little, (...head) => this.area(...head), depth);
        return { type: 'MultiPolygon', coordinates: areas };
      }
      default:
        throw new Broken();
    }
  }

  private head(depth: number): { type: number; more: More; little: boolean } {
    if (depth > deepest) throw new Broken();
    const order = this.byte();
    if (order > 1) throw new Broken();
    return { ...this.type(order === 1), little: order === 1 };
  }

  /** Parts that have heads of their own, which may be straight or curved. */
  private parts<T>(
    little: boolean,
    read: (type: number, little: boolean, more: More, depth: number) => T,
    depth: number,
  ): T[] {
    return Array.from({ length: this.count(little, 5) }, () => {
      const head = this.head(depth + 1);
      return read(head.type, head.little, head.more, depth + 1);
    });
  }

  /** A line, a string of arcs, or a curve of both. */
  private line(type: number, little: boolean, more: More, depth: number): Position[] {
    if (type === 2) return this.positions(little, more);
    if (type === 9) return joinedLines(this.parts(little, (...head) => this.line(...head), depth));
    const line = type === 8 ? lineOfArcs(this.positions(little, more), this.left) : null;
    if (!line) throw new Broken();
    return line;
  }

  /** The rings of a polygon or a triangle, or of one with curved rings. */
  private area(type: number, little: boolean, more: More, depth: number): Position[][] {
    if (type === 3 || type === 17) return this.rings(little, more);
    if (type !== 10) throw new Broken();
    return this.parts(little, (...head) => this.line(...head), depth);
  }

  private collection(type: number, little: boolean, depth: number): Geometry {
    const count = this.count(little, 5);
    const parts = Array.from({ length: count }, () => this.geometry(depth + 1));
    if (type === 7) return { type: 'GeometryCollection', geometries: parts };
    const family = ['Point', 'LineString', 'Polygon'][type - 4] as string;
    if (parts.some((part) => part.type !== family)) throw new Broken();
    const coordinates = (parts as Simple[]).map((part) => part.coordinates);
    return { type: `Multi${family}`, coordinates } as Geometry;
  }

  private byte(): number {
    if (this.at >= this.view.byteLength) throw new Broken();
    return this.view.getUint8(this.at++);
  }

  private word(little: boolean): number {
    if (this.at + 4 > this.view.byteLength) throw new Broken();
    const value = this.view.getUint32(this.at, little);
    this.at += 4;
    return value;
  }

  /** A number of things of at least so many bytes each: more than are left cannot be meant. */
  private count(little: boolean, bytes: number): number {
    const count = this.word(little);
    if (count * bytes > this.view.byteLength - this.at) throw new Broken();
    return count;
  }

  private type(little: boolean): { type: number; more: More } {
    const word = this.word(little);
    // PostGIS marks heights, measures and a system in the highest bits, ISO adds thousands.
    if ((word & 0x20000000) !== 0) this.word(little);
    const plain = word & 0x1fffffff;
    const thousands = Math.floor(plain / 1000);
    if (thousands > 3) throw new Broken();
    const more: More[number][] = [];
    if ((word & 0x80000000) !== 0 || thousands === 1 || thousands === 3) more.push('height');
    if ((word & 0x40000000) !== 0 || thousands === 2 || thousands === 3) more.push('measure');
    return { type: plain % 1000, more };
  }

  /** Null for an empty point, which is written as NaN. */
  private position(little: boolean, more: More): Position | null {
    const size = 2 + more.length;
    if (this.at + 8 * size > this.view.byteLength) throw new Broken();
    const x = this.view.getFloat64(this.at, little);
    const y = this.view.getFloat64(this.at + 8, little);
    this.at += 8 * size;
    if (Number.isNaN(x) && Number.isNaN(y)) return null;
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Broken();
    for (let i = 0; i < more.length; i++) {
      this.left?.[more[i] as More[number]](
        this.view.getFloat64(this.at - 8 * (more.length - i), little),
      );
    }
    return [x, y];
  }

  private positions(little: boolean, more: More): Position[] {
    const count = this.count(little, 8 * (2 + more.length));
    const positions: Position[] = [];
    for (let i = 0; i < count; i++) {
      const position = this.position(little, more);
      if (!position) throw new Broken();
      positions.push(position);
    }
    return positions;
  }

  private rings(little: boolean, more: More): Position[][] {
    const count = this.count(little, 4);
    return Array.from({ length: count }, () => this.positions(little, more));
  }
}

/** The geometry of a well-known binary, with parts and positions as they are; `left` counts what they had beyond. */
export function readWkb(bytes: Uint8Array, left?: LeftOut): WkbAnswer {
  try {
    return { geometry: new WkbReader(bytes, left).geometry() };
  } catch (error) {
    if (error instanceof Broken) return { problem: 'badGeometry' };
    throw error;
  }
}

/** Bytes of a hexadecimal text, as databases print binary columns; null when it is none. */
export function bytesOfHex(text: string): Uint8Array | null {
  if (text.length < 10 || text.length % 2 !== 0 || !/^(00|01)[0-9a-f]+$/i.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
}
