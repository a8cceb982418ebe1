import type { Geometry, Position } from 'geojson';

const codes = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const;

const sizeOfList = (positions: readonly Position[]) => 4 + 16 * positions.length;
const sizeOfRings = (rings: readonly Position[][]) =>
  rings.reduce((sum, ring) => sum + sizeOfList(ring), 4);

function sizeOf(geometry: Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return 5 + 16;
    case 'LineString':
      return 5 + sizeOfList(geometry.coordinates);
    case 'Polygon':
      return 5 + sizeOfRings(geometry.coordinates);
    default:
      return partsOf(geometry).reduce((sum, part) => sum + sizeOf(part), 9);
  }
}

function partsOf(geometry: Geometry): Geometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'GeometryCollection':
      return geometry.geometries;
    default:
      return [];
  }
}

class WkbWriter {
  private readonly view: DataView;
  private at: number;

  constructor(view: DataView, at: number) {
    this.view = view;
    this.at = at;
  }

  geometry(geometry: Geometry): void {
    this.view.setUint8(this.at, 1);
    this.at += 1;
    this.word(codes[geometry.type]);
    switch (geometry.type) {
      case 'Point':
        return this.position(geometry.coordinates);
      case 'LineString':
        return this.positions(geometry.coordinates);
      case 'Polygon':
        this.word(geometry.coordinates.length);
        for (const ring of geometry.coordinates) this.positions(ring);
        return;
      default: {
        const parts = partsOf(geometry);
        this.word(parts.length);
        for (const part of parts) this.geometry(part);
      }
    }
  }

  private word(value: number): void {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }

  private position([x = Number.NaN, y = Number.NaN]: Position): void {
    this.view.setFloat64(this.at, x, true);
    this.view.setFloat64(this.at + 8, y, true);
    this.at += 16;
  }

  private positions(positions: readonly Position[]): void {
    this.word(positions.length);
    for (const position of positions) this.position(position);
  }
}

/** A geometry as little-endian ISO well-known binary, with `head` bytes left free before it. */
export function writeWkb(geometry: Geometry, head = 0): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(head + sizeOf(geometry));
  new WkbWriter(new DataView(bytes.buffer), head).geometry(geometry);
  return bytes;
}
