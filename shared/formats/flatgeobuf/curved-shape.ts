import type { Geometry, Position } from 'geojson';
import { joinedLines, lineOfArcs } from '#shared/formats/geometry/curves.ts';
import type { LeftOut } from '#shared/formats/geometry/left-out.ts';

/** What of a FlatGeobuf geometry is needed here. */
interface Shape {
  type(): number;
  xyArray(): Float64Array | null;
  endsArray(): Uint32Array | null;
  partsLength(): number;
  parts(index: number): Shape | null;
}

/** Kinds of geometry that the library's own reader does not know, by their numbers in the format. */
const kinds = {
  arcs: 8,
  compound: 9,
  area: 10,
  lines: 11,
  areas: 12,
  patches: 15,
  tin: 16,
} as const;
const deepest = 8;

class Unreadable extends Error {}

class ShapeReader {
  private readonly left: LeftOut;

  constructor(left: LeftOut) {
    this.left = left;
  }

  private parts(shape: Shape, depth: number): Shape[] {
    if (depth > deepest) throw new Unreadable();
    return Array.from({ length: shape.partsLength() }, (_, i) => {
      const part = shape.parts(i);
      if (!part) throw new Unreadable();
      return part;
    });
  }

  private positions(shape: Shape): Position[] {
    const xy = shape.xyArray() ?? new Float64Array();
    return Array.from({ length: xy.length >> 1 }, (_, i) => [
      xy[2 * i] as number,
      xy[2 * i + 1] as number,
    ]);
  }

  /** Parts of a line or an area may leave their kind unsaid. */
  line(shape: Shape, depth = 0): Position[] {
    if (shape.type() === kinds.compound) {
      return joinedLines(this.parts(shape, depth).map((part) => this.line(part, depth + 1)));
    }
    const positions = this.positions(shape);
    const line = shape.type() === kinds.arcs ? lineOfArcs(positions, this.left) : positions;
    if (!line) throw new Unreadable();
    return line;
  }

  area(shape: Shape, depth = 0): Position[][] {
    if (shape.type() === kinds.area) {
      return this.parts(shape, depth).map((part) => this.line(part, depth + 1));
    }
    const positions = this.positions(shape);
    let from = 0;
    return [...(shape.endsArray() ?? [positions.length])].map((end) => {
      const ring = positions.slice(from, end);
      from = end;
      return ring;
    });
  }

  geometry(shape: Shape): Geometry {
    switch (shape.type()) {
      case kinds.arcs:
      case kinds.compound:
        return { type: 'LineString', coordinates: this.line(shape) };
      case kinds.area:
        return { type: 'Polygon', coordinates: this.area(shape) };
      case kinds.lines: {
        const coordinates = this.parts(shape, 0).map((part) => this.line(part, 1));
        return { type: 'MultiLineString', coordinates };
      }
      case kinds.areas:
      case kinds.patches:
      case kinds.tin: {
        // GDAL writes the triangles of a net as if they were rings.
        const isBare = shape.partsLength() === 0;
        const coordinates = isBare
          ? this.area(shape).map((ring) => [ring])
          : this.parts(shape, 0).map((part) => this.area(part, 1));
        return { type: 'MultiPolygon', coordinates };
      }
      default:
        throw new Unreadable();
    }
  }
}

/** Whether a geometry is of a kind that is curved or made of patches. */
export const isCurved = (type: number) => (Object.values(kinds) as number[]).includes(type);

/** Such a geometry with chords for its arcs, counted in `left`; null when it is damaged. */
export function curvedShape(shape: Shape, left: LeftOut): Geometry | null {
  try {
    return new ShapeReader(left).geometry(shape);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
